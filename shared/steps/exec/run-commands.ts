import type { RunExec } from '../../model/run.ts';
import type { Target } from '../../model/target.ts';
import type { Session } from '../../session/session.ts';
import { shortName } from '../../topology/device-name.ts';
import type { RawLog } from '../raw-log.ts';
import type { WorkTime } from '../read-neighbors.ts';
import { scrub } from '../scrub.ts';
import { allowedOn, refusalOf } from './exec-targets.ts';

/** What a session of a run with commands brought home; what they printed is in its log. */
export type Executed =
  | {
      readonly kind: 'executed';
      readonly deviceId: string;
      readonly identity: { readonly name: string };
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The work inside a session of a run with commands: they are checked again, now that the device has told what it is, and run in order while there
 * is time.
 */
export async function runCommands(
  { exec, target }: { readonly exec: RunExec; readonly target: Target },
  session: Session,
  { log, time }: { readonly log: RawLog; readonly time: WorkTime },
): Promise<Executed> {
  const { platform, promptName } = session;
  const reason = refusalOf(exec, platform.id);
  if (reason !== null) return { kind: 'refused', reason };
  const warnings = await askAll(allowedOn(exec, platform.id), session, { log, time });
  const name = target.nameHint ?? target.address;
  const shown = promptName === null ? null : scrub(promptName);
  if (shown !== null && shown !== '' && !sameName(shown, name))
    warnings.push(`it calls itself "${shown.slice(0, 100)}" now`);
  return { kind: 'executed', deviceId: target.deviceId ?? target.targetId, identity: { name }, warnings };
}

async function askAll(
  commands: readonly string[],
  session: Session,
  { log, time }: { readonly log: RawLog; readonly time: WorkTime },
): Promise<string[]> {
  if (session.platform.channel === 'exec') {
    log.asking(commands.join('; '));
    for (const result of await session.runAll(commands)) log.answered(result);
    return [];
  }
  for (const [at, command] of commands.entries()) {
    if (time.clock.now() >= time.until) {
      const left = commands.slice(at).map((one) => `"${one}"`);
      return [`too little time was left for ${left.join(', ')}: raise --probe-timeout`];
    }
    log.asking(command);
    log.answered(await session.run(command));
  }
  return [];
}

/** Prompts cut long names, and show the place in a stack or cluster behind it (`fw-1/pri/act`). */
function sameName(prompt: string, name: string): boolean {
  const [one, other] = [prompt.split(/[/@:(]/)[0] ?? '', shortName(name)].map((text) => text.toLowerCase());
  return one !== undefined && other !== undefined && (other.startsWith(one) || one.startsWith(other));
}
