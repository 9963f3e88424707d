import { SessionError } from '../errors.ts';
import {
  detectBehindRefusal,
  detectFromIdent,
  detectFromOutput,
  detectFromPrompt,
} from '../platform/detect.ts';
import type { Platform } from '../platform/platform.ts';
import { findPlatform } from '../platform/platforms.ts';
import type { Clock } from '../ports/clock.ts';
import { SHELL } from './failure-texts.ts';
import { UNKNOWN_TO_SHELL } from './hints.ts';
import { leaveShell } from './leave-shell.ts';
import type { SessionLimits, SessionRequest } from './session.ts';
import { Shell } from './shell.ts';
import type { Wire } from './wire.ts';

/** The first command on a device whose platform nothing told. */
const FIRST_COMMAND = 'show version';

export interface LoginPorts {
  readonly wire: Wire;
  readonly clock: Clock;
  readonly limits: SessionLimits;
  readonly request: SessionRequest;
  /** Told as soon as there is one: closing leaves it by its platform's words. */
  readonly onShell: (shell: Shell) => void;
  readonly onPlatform: (platform: Platform) => void;
}

/** A device that is ready for commands. `shell` is null where commands go into exec channels. */
export interface Login {
  readonly platform: Platform;
  readonly shell: Shell | null;
  /** What was printed already on the way: the answer to the first command, where it was asked. */
  readonly answered: ReadonlyMap<string, string>;
}

/**
 * Goes from a dialled connection to one that is ready: login, terminal, prompt, platform, paging off. The platform is the fixed
 * one, else told by the ident, the neighbor's hint, the prompt, or what `show version` prints. A prompt that is clearly
 * a Unix shell's overrules a hint. A shell that is refused where nothing told a platform is followed by one try of exec channels,
 * where a platform says that its commands go through them behind such an ident.
 */
export async function logIn(ports: LoginPorts): Promise<Login> {
  const { wire, request } = ports;
  await wire.until(() => wire.position.phase === 'open');
  const known = request.platform ?? detectFromIdent(wire.ident ?? '') ?? request.platformHint ?? null;
  if (known?.channel === 'exec') return execLogin(ports, known, new Map());
  const otherwise = known ? null : detectBehindRefusal(wire.ident ?? '');
  wire.openShell({ mayBeRefused: otherwise !== null });
  await wire.until(() => wire.position.phase === 'prompt' || wire.channel === 'closed');
  if (otherwise && wire.position.phase === 'open') return execLogin(ports, otherwise, new Map());
  const shell = await Shell.open(ports);
  ports.onShell(shell);
  wire.move('cli-known');
  const answered = new Map<string, string>();
  const told = request.platform ?? (await platformBehind(shell, known, answered));
  const platform = told ?? request.unknownPlatform;
  if (!platform) return unsupported(ports, shell);
  if (platform.channel === 'exec') {
    await leaveForExec(ports, shell, platform);
    return execLogin(ports, platform, new Map());
  }
  ports.onPlatform(platform);
  for (const command of platform.prepare) await shell.run(command, { pager: platform.pager });
  await enable(ports, shell, platform);
  return { platform, shell, answered };
}

async function platformBehind(
  shell: Shell,
  known: Platform | null,
  answered: Map<string, string>,
): Promise<Platform | null> {
  const byPrompt = detectFromPrompt(shell.lastPrompt ?? '');
  if (byPrompt?.channel === 'exec') return byPrompt;
  if (known ?? byPrompt) return known ?? byPrompt;
  const output = await shell.run(FIRST_COMMAND);
  answered.set(FIRST_COMMAND, output);
  const told = detectFromOutput(output);
  if (told) return told;
  return UNKNOWN_TO_SHELL.test(output.slice(0, 500)) ? findPlatform('linux') : null;
}

function execLogin(
  { wire, onPlatform }: LoginPorts,
  platform: Platform,
  answered: Map<string, string>,
): Login {
  onPlatform(platform);
  wire.move('cli-known');
  wire.useExec();
  return { platform, shell: null, answered };
}

/** The terminal was opened to find out what this is: exec channels on the same connection go on from here. */
async function leaveForExec(
  { wire, clock, limits }: LoginPorts,
  shell: Shell,
  platform: Platform,
): Promise<void> {
  wire.isLeavingShell = true;
  await leaveShell(wire, clock, shell, platform, limits.leaveMs);
  wire.isLeavingShell = wire.channel !== 'closed';
  wire.assertUsable();
}

/** Privileged only where a secret was supplied: most show commands work without. */
async function enable({ wire, request }: LoginPorts, shell: Shell, platform: Platform): Promise<void> {
  const secret = request.credential.enable;
  if (secret === undefined || !platform.enable || !shell.lastPrompt?.endsWith('>')) return;
  const { command, password } = platform.enable;
  await shell.run(command, { pager: platform.pager, answer: { question: password, text: secret } });
  if (shell.lastPrompt.endsWith('#')) return;
  const { address, port, credential } = request;
  const at = { phase: 'prompt', address, port, username: credential.username } as const;
  wire.failWith({ class: 'enable-failed', phase: 'prompt', reason: SHELL.enable(at), retryable: false });
  wire.signal.throwIfAborted();
}

function unsupported({ wire, request }: LoginPorts, shell: Shell): never {
  const { address, port, credential } = request;
  const at = { phase: 'prompt', address, port, username: credential.username } as const;
  const reason = SHELL.unsupported(at, printable(wire.ident ?? ''), printable(shell.lastPrompt ?? ''));
  throw new SessionError({ class: 'unsupported-platform', phase: 'prompt', reason });
}

const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '').slice(0, 60);
