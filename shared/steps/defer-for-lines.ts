import type { Failure } from '../model/outcome.ts';
import type { Run } from '../model/run.ts';
import type { Target } from '../model/target.ts';
import type { Deferral } from './deferral.ts';
import type { ProbePorts } from './probe-ports.ts';

/** A device that was visited within this time and now refuses TCP may have all its lines taken: IOS refuses then. */
const RECENTLY_MS = 24 * 3_600_000;

/**
 * Puts a target off whose device has no line left, longer each time; null where the failure is another, or was the last try. Lines
 * become free in minutes, and hammering a device that has none left takes the next one from its operators.
 */
export async function deferForLines(
  ports: ProbePorts,
  run: Run,
  target: Target,
  failure: Failure | undefined,
): Promise<Deferral | null> {
  if (!failure) return null;
  const { retries, retryAfterSeconds } = run.settings.lines;
  const tried = target.deferrals ?? 0;
  if (tried >= retries) return null;
  const isFull =
    failure.class === 'vty-exhausted' ||
    (failure.class === 'refused' && (await wasVisitedRecently(ports, run, target)));
  if (!isFull) return null;
  const seconds = retryAfterSeconds * 2 ** tried;
  const what = failure.class === 'refused' ? 'refuses TCP, and was visited lately: perhaps' : 'says that';
  return {
    kind: 'deferred',
    afterMs: seconds * 1000,
    reason: `${target.address} ${what} all its lines are taken: tried again in ${seconds} s`,
    limit: retries,
    failure,
  };
}

async function wasVisitedRecently({ store, clock }: ProbePorts, run: Run, target: Target): Promise<boolean> {
  const deviceId = await store.getAlias(run.network, `address:${target.address}`);
  const device = deviceId === null ? null : await store.getDevice(run.network, deviceId);
  return device !== null && clock.now() - device.lastSeenAt < RECENTLY_MS;
}
