import { describe, expect, it } from 'vitest';
import { runSettingsSchema } from '../../../shared/config.ts';
import { narrowedSettings } from '../../../shared/steps/narrowed-settings.ts';

const SAID = { network: 'n', seeds: ['10.0.0.1'], scope: ['10.0.0.0/8'] };

/** Each setting with a value that is not its default. `exec` and `basis` are of one execution, and are not deployed. */
const EVERYTHING = {
  ...SAID,
  exclude: ['10.9.0.0/16'],
  port: 2222,
  maxDepth: 4,
  concurrency: 7,
  probeTimeoutSeconds: 11,
  platform: 'cisco_ios',
  filters: { includeNames: ['core-*'], excludeNames: ['lab-*'], excludePlatforms: ['linux'] },
  leaks: { coolDown: 2, abort: 3 },
  reclaim: true,
  collect: ['vlans'],
  keepRaw: true,
  lines: { retries: 1, retryAfterSeconds: 90 },
  auth: { failuresInARow: 2, pauseSeconds: 120, loginsPerSecond: 2 },
};

describe('the settings of an execution', () => {
  it('are those that are deployed, each of them, where it says nothing', () => {
    expect([...Object.keys(EVERYTHING), 'exec', 'basis'].sort()).toEqual(
      Object.keys(runSettingsSchema.shape).sort(),
    );
    for (const key of ['filters', 'leaks', 'lines', 'auth'] as const) {
      const shape = Object.keys(runSettingsSchema.shape[key].unwrap().shape);
      expect(Object.keys(EVERYTHING[key]).sort(), key).toEqual(shape.sort());
    }
    expect(narrowedSettings({}, EVERYTHING)).toEqual(runSettingsSchema.parse(EVERYTHING));
  });

  it('log in no faster than is deployed, and slower where that is asked for', () => {
    const rateOf = (deployed: object, asked: object) =>
      narrowedSettings({ auth: asked }, { ...SAID, auth: deployed }).auth.loginsPerSecond;
    expect(rateOf({ loginsPerSecond: 2 }, { loginsPerSecond: 100 })).toBe(2);
    expect(rateOf({ loginsPerSecond: 2 }, { loginsPerSecond: 1 })).toBe(1);
    expect(rateOf({ loginsPerSecond: 2 }, {})).toBe(2);
    expect(rateOf({}, { loginsPerSecond: 1 })).toBe(1);
    expect(rateOf({}, {})).toBeUndefined();
  });
});
