import { SessionError } from '../errors.ts';
import type { FailureClass, Phase } from '../model/outcome.ts';
import type { Platform } from '../platform/platform.ts';
import type { Clock } from '../ports/clock.ts';
import { buildScript, isComplete, readSections, scriptTag, type Section } from './exec-script.ts';
import { COMMAND, OPEN, SHELL } from './failure-texts.ts';
import { PASSWORD_CHANGE } from './hints.ts';
import { readUntil } from './read-until.ts';
import { statusOf } from './command-status.ts';
import type { CommandResult, SessionLimits, SessionRequest } from './session.ts';
import type { Wire } from './wire.ts';

interface ExecPorts {
  readonly wire: Wire;
  readonly clock: Clock;
  readonly limits: SessionLimits;
  readonly request: SessionRequest;
  readonly platform: Platform;
}

/** Runs commands as one script in one exec channel. Rejects with the session's first cause. */
export async function runScript(
  ports: ExecPorts,
  commands: readonly string[],
): Promise<readonly CommandResult[]> {
  const { wire, clock, limits, platform } = ports;
  if (commands.length === 0) return [];
  wire.assertUsable();
  // The end of an earlier channel may still be on its way.
  await wire.until(() => wire.channel !== 'open', limits.leaveMs);
  wire.terminal.clear();
  wire.move('command-sent');
  const startedAt = clock.now();
  const tag = scriptTag(wire.local, wire.connectedAt ?? 0);
  wire.openExec(buildScript(commands, tag));
  if (!(await wire.until(() => wire.channel !== 'opening', limits.openMs))) {
    fail(ports, 'open-timeout', 'open', OPEN.silent(where(ports), `${limits.openMs / 1000} s`));
  }
  const text = await readScript(ports, commands.length, tag);
  wire.terminal.clear();
  wire.move('command-done');
  const durationMs = Math.max(0, clock.now() - startedAt);
  return readSections(text, commands.length, tag).map((section, index) =>
    resultOf(section, commands[index] ?? '', platform, durationMs),
  );
}

async function readScript(ports: ExecPorts, count: number, tag: string): Promise<string> {
  const { wire, clock, limits } = ports;
  const judge = () => {
    if (wire.terminal.length > limits.outputBytes) return { value: 'too-large', settleMs: null } as const;
    if (isComplete(wire.terminal.tail, count, tag)) return { value: 'complete', settleMs: null } as const;
    return wire.channel === 'closed' ? ({ value: 'closed', settleMs: null } as const) : null;
  };
  const bounds = { idleMs: limits.commandIdleMs, totalMs: limits.commandMs };
  const seen = await readUntil(wire, clock, judge, bounds);
  const text = wire.terminal.finished + wire.terminal.line;
  const at = where(ports);
  switch (seen) {
    case 'complete':
      return text;
    case 'too-large':
      return fail(ports, 'output-too-large', 'command', SHELL.tooLarge(at, limits.outputBytes));
    case 'silent':
      return fail(ports, 'command-timeout', 'command', COMMAND.silent(at, `${bounds.idleMs / 1000} s`));
    case 'late':
      return fail(ports, 'command-timeout', 'command', COMMAND.late(at, `${bounds.totalMs / 1000} s`));
    case 'closed':
      // sshd and pam say so in place of running anything: `Password change required but no TTY available.`
      if (!text.includes(tag) && PASSWORD_CHANGE.test(text.slice(-1024))) {
        const { class: of, reason } = wire.classified({ type: 'password-change' });
        return fail(ports, of, 'open', reason);
      }
      return text.includes(tag)
        ? fail(ports, 'closed-early', 'command', COMMAND.closed(at, false))
        : fail(ports, 'shell-refused', 'open', SHELL.noScript(at));
  }
}

function resultOf(section: Section, command: string, platform: Platform, durationMs: number): CommandResult {
  const { output, status } = section;
  // 127: "utility not found" (POSIX sh, Exit Status for Commands).
  const isRejected = status === 127 || (status !== 0 && statusOf(output, platform) === 'rejected');
  return { command, output, status: isRejected ? 'rejected' : status === 0 ? 'ok' : 'failed', durationMs };
}

const where = ({ request: { address, port, credential } }: ExecPorts) =>
  ({ phase: 'command', address, port, username: credential.username }) as const;

function fail({ wire }: ExecPorts, of: FailureClass, phase: Phase, reason: string): never {
  const failure = { class: of, phase, reason, retryable: false };
  wire.failWith(failure);
  wire.signal.throwIfAborted();
  throw new SessionError(failure);
}
