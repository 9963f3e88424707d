import { UsageError } from '../../errors.ts';
import type { Device } from '../../model/device.ts';
import type { RunExec, RunSettings } from '../../model/run.ts';
import type { Target } from '../../model/target.ts';
import { checkLine, checkReadOnly } from '../../platform/check-command.ts';
import type { Store } from '../../ports/store.ts';
import { makeScope } from '../../topology/scope.ts';
import { afresh, skippedAs } from '../basis/carry-over.ts';
import { knownTargets } from '../basis/known-targets.ts';

/**
 * The known devices that a run asks, where they were reached last: pending, or skipped where the scope or the platform says so. Throws
 * UsageError for a command that no device may get, and for a device that is not known.
 */
export async function execTargets(
  store: Pick<Store, 'listDevices' | 'listTargets'>,
  run: {
    readonly runId: string;
    readonly settings: RunSettings;
    readonly exec: RunExec;
    readonly now: number;
  },
): Promise<readonly Target[]> {
  const { runId, settings, exec, now } = run;
  checkLines(exec);
  const devices = chosen(await store.listDevices(settings.network), exec.devices);
  const scope = makeScope(settings);
  const targets = new Map<string, Target>();
  for (const { device, target } of await knownTargets(store, devices, settings)) {
    const { deviceId, name, platform } = device;
    const next: Target = {
      ...{ ...afresh(target, runId, now), depth: 0, seed: false, toldBy: null },
      ...{ deviceId, nameHint: name, platformHint: platform },
    };
    // Two devices at one address: who was seen there last.
    if (targets.has(next.targetId)) continue;
    const verdict = scope.check(next.address);
    const refused = refusalOf(exec, platform);
    if (!verdict.allowed) targets.set(next.targetId, skipped(next, 'out-of-scope', verdict.reason, now));
    else if (refused) targets.set(next.targetId, skipped(next, 'command-not-allowed', refused, now));
    else targets.set(next.targetId, next);
  }
  return [...targets.values()];
}

/** Throws UsageError for a command that may go to no device, whatever is allowed. */
export function checkLines({ commands }: Pick<RunExec, 'commands'>): void {
  for (const command of commands) {
    const unfit = checkLine(command);
    if (unfit !== null)
      throw new UsageError(`the command ${JSON.stringify(command.slice(0, 100))} cannot be run: ${unfit}`);
  }
}

/** Commands that may run on a platform, in order. */
export const allowedOn = ({ commands, allowAny }: RunExec, platform: string): readonly string[] =>
  commands.filter((command) => allowAny || checkReadOnly(platform, command) === null);

/** Why none of the commands may run on a platform; null where one may. */
export function refusalOf(exec: RunExec, platform: string): string | null {
  if (allowedOn(exec, platform).length > 0) return null;
  return exec.commands
    .map((command) => `"${command}" is not run on ${platform}: ${checkReadOnly(platform, command)}`)
    .join('; ');
}

function chosen(all: readonly Device[], ids: readonly string[] | undefined): readonly Device[] {
  const newestFirst = [...all].sort((one, other) => other.lastSeenAt - one.lastSeenAt);
  if (!ids) return newestFirst;
  const wanted = new Set(ids);
  const found = newestFirst.filter(({ deviceId }) => wanted.has(deviceId));
  const known = new Set(found.map(({ deviceId }) => deviceId));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new UsageError(`the device ${unknown} is not known: netwalker devices --json lists their ids`);
  return found;
}

const skipped = (
  target: Target,
  skip: 'out-of-scope' | 'command-not-allowed',
  reason: string,
  now: number,
): Target => skippedAs(target, { kind: 'skipped', skip, reason }, now);
