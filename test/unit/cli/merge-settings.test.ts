import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listed } from '../../../cli/commands/run-options.ts';
import {
  fileLayer,
  mergeSettings,
  runSettingsOf,
  SETTING_KEYS,
  settingOf,
} from '../../../cli/config/merge-settings.ts';
import type { Layer } from '../../../cli/config/merge-settings.ts';

const settled = (values: Layer['values']) => runSettingsOf(mergeSettings([{ from: 'flag', values }]));

const valuesOf = (): fc.Arbitrary<Layer['values']> =>
  fc.dictionary(fc.constantFrom(...SETTING_KEYS), fc.integer(), { maxKeys: 6 });

const FITS = { seeds: ['10.0.0.1'], scope: ['10.0.0.0/8'] };

describe('mergeSettings', () => {
  it('takes each value from the first layer that has it, and says which', () => {
    fc.assert(
      fc.property(valuesOf(), valuesOf(), (flag, file) => {
        const merged = mergeSettings([
          { from: 'flag', values: flag },
          { from: 'netwalker.yaml', values: file },
        ]);
        for (const { key, value, from } of merged) {
          const expected = key in flag ? 'flag' : key in file ? 'netwalker.yaml' : undefined;
          if (expected === undefined) expect(['default', 'not set']).toContain(from);
          else expect({ value, from }).toEqual({ value: (flag[key] ?? file[key]) as number, from: expected });
        }
      }),
    );
  });

  it('maps every key of the config file', () => {
    const layer = fileLayer('netwalker.yaml', {
      network: 'n',
      seeds: ['10.0.0.1'],
      scope: ['10.0.0.0/8'],
      exclude: ['10.9.0.0/16'],
      port: 2222,
      platform: 'linux',
      limits: { maxDepth: 1, concurrency: 2, probeTimeout: 3 },
      filters: { includeNames: ['a'], excludeNames: ['b'], excludePlatforms: ['c'] },
      leaks: { coolDown: 1, abort: 2 },
      lines: { retries: 1, retryAfterSeconds: 2 },
      auth: { failuresInARow: 4, pauseSeconds: 5, loginsPerSecond: 2 },
      reclaim: true,
      collect: ['vlans'],
      keepRaw: true,
      dataDir: 'd',
    });
    expect(mergeSettings([layer]).map(({ from }) => from)).toEqual(SETTING_KEYS.map(() => 'netwalker.yaml'));
  });

  it('treats 0 and an empty list as said', () => {
    const merged = mergeSettings([
      { from: 'flag', values: { maxDepth: 0, exclude: [] } },
      { from: 'netwalker.yaml', values: { maxDepth: 5, exclude: ['10.0.0.0/8'] } },
    ]);
    expect([settingOf(merged, 'maxDepth'), settingOf(merged, 'exclude')]).toEqual([0, []]);
  });
});

describe('runSettingsOf', () => {
  it('gives the defaults of a run', () => {
    expect(settled({ seeds: ['10.0.0.1'], scope: ['10.0.0.0/8'] })).toEqual({
      network: 'default',
      seeds: ['10.0.0.1'],
      scope: ['10.0.0.0/8'],
      exclude: [],
      port: 22,
      maxDepth: null,
      concurrency: 50,
      probeTimeoutSeconds: 20,
      filters: { includeNames: [], excludeNames: [], excludePlatforms: [] },
      leaks: { coolDown: 5, abort: 20 },
      lines: { retries: 2, retryAfterSeconds: 60 },
      auth: { failuresInARow: 3, pauseSeconds: 60 },
      reclaim: false,
      collect: [],
      keepRaw: false,
    });
  });

  it.each([
    [
      { scope: ['10.0.0.0/8'] },
      'no seed: name an address to start from with --seed, or seeds in netwalker.yaml',
    ],
    [{ seeds: ['10.0.0.1'], scope: [] }, 'no scope: name the networks that may be dialled with --scope'],
    [
      { seeds: ['10.0.0.1'], scope: ['x'] },
      'scope (flag) "x": not a CIDR such as 10.0.0.0/8 or 2001:db8::/32',
    ],
    [{ ...FITS, concurrency: 0 }, 'concurrency (flag) 0: use more than 0'],
    [{ ...FITS, concurrency: 5000 }, 'concurrency (flag) 5000: use at most 1000'],
    [{ ...FITS, probeTimeoutSeconds: 0.5 }, 'probeTimeoutSeconds (flag) 0.5: use at least 1'],
    [{ ...FITS, maxDepth: 1.5 }, 'maxDepth (flag) 1.5: use a whole number'],
    [{ ...FITS, seeds: [''] }, 'seeds (flag) "": use at least one character'],
    [{ seeds: ['a'], scope: ['::/0'], network: 'a b' }, 'network (flag) "a b": use letters, digits'],
  ])('refuses %j and names the setting', (values, message) => {
    expect(() => settled(values)).toThrow(message);
  });
});

describe('what is collected', () => {
  it('is one list, however it was said', () => {
    expect(listed('vlans, addresses')).toEqual(['vlans', 'addresses']);
    expect(listed('addresses,vlans', ['vlans'])).toEqual(['vlans', 'addresses']);
    expect(listed(',')).toEqual([]);
  });

  it('is nothing that there is no collector for', () => {
    const given = { seeds: ['10.0.0.1'], scope: ['10.0.0.0/8'] };
    expect(settled({ ...given, collect: ['vlans'] }).collect).toEqual(['vlans']);
    expect(() => settled({ ...given, collect: ['routes'] })).toThrow(/collect .*use vlans or addresses/);
  });
});
