import type { Run } from '../model/run.ts';
import type { Target } from '../model/target.ts';
import type { Store } from '../ports/store.ts';

/** Which of its commands a device answered when it was visited last. */
export interface KnownAnswers {
  readonly platform: string;
  /** The OS version that answered so; undefined where the device did not tell it. */
  readonly osVersion: string | undefined;
  /** What was planned, and what was answered: the same, or one of its fallbacks. */
  readonly answered: Readonly<Record<string, string>>;
}

/** What an earlier visit to this address remembers of its device; read before dialling, so that no line waits for it. */
export async function knownAnswers(
  store: Pick<Store, 'getAlias' | 'getDevice'>,
  run: Pick<Run, 'network'>,
  target: Pick<Target, 'address'>,
): Promise<KnownAnswers | null> {
  const deviceId = await store.getAlias(run.network, `address:${target.address}`);
  const device = deviceId === null ? null : await store.getDevice(run.network, deviceId);
  if (!device?.answered) return null;
  return { platform: device.platform, osVersion: device.osVersion, answered: device.answered };
}
