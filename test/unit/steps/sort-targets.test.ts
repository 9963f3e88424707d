import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Device } from '../../../shared/model/device.ts';
import { FAILURE_CLASSES, SKIP_REASONS, type Outcome } from '../../../shared/model/outcome.ts';
import type { RunBasis } from '../../../shared/model/run.ts';
import type { Target } from '../../../shared/model/target.ts';
import { sortTargets } from '../../../shared/steps/basis/sort-targets.ts';

const NOW = 1_000_000;
const SEEN_SINCE = NOW - 1_000;

const failed = (name: (typeof FAILURE_CLASSES)[number]): Outcome => ({
  ...{ kind: 'failed', class: name, phase: 'connect', reason: 'because' },
});
const visited = (deviceId: string): Outcome => ({ kind: 'visited', deviceId });

function target(id: string, status: Target['status'], outcome?: Outcome, more: Partial<Target> = {}): Target {
  return {
    ...{ runId: 'before', targetId: id, address: id, port: 22, depth: 3, seed: false, attempts: 2 },
    toldBy: { deviceId: 'teller', deviceName: 'teller', protocol: 'cdp', localPort: 'Gi1' },
    ...{ status, enqueuedAt: 1, owner: 'request', leaseUntil: 5, deferrals: 1, notBefore: 7 },
    ...(outcome ? { outcome, finishedAt: 10, durationMs: 9, sessionId: 'session' } : {}),
    ...more,
  };
}

const device = (deviceId: string, address: string, lastSeenAt: number): Device => ({
  ...{
    deviceId,
    network: 'n',
    name: deviceId,
    platform: 'cisco_ios',
    serials: [],
    chassisIds: [],
    ports: [],
  },
  ...{ addresses: [address], firstSeenAt: 0, lastSeenAt, lastRunId: 'other' },
});

const DEVICES = [device('fresh', '10.0.0.1', NOW), device('old', '10.0.0.2', 0)];

const sort = (targets: readonly Target[], visit: RunBasis['visit']) =>
  sortTargets(targets, {
    ...{ runId: 'next', from: 'before', visit, seenSince: SEEN_SINCE, devices: DEVICES, now: NOW },
  });

const visits = (one: Target, visit: RunBasis['visit']): boolean => sort([one], visit).toVisit.length === 1;

describe('what a run goes on with', () => {
  test.each([
    // target, resume, only-failed, stale
    ['pending', target('10.0.0.9', 'pending'), true, false, true],
    ['leased', target('10.0.0.9', 'active'), true, false, true],
    ['abandoned', target('10.0.0.9', 'abandoned', failed('abandoned')), true, true, true],
    ['unreachable', target('10.0.0.9', 'failed', failed('unreachable')), true, true, true],
    ['refused its login', target('10.0.0.9', 'failed', failed('auth-failed')), false, true, true],
    ['another host key', target('10.0.0.9', 'failed', failed('hostkey-mismatch')), false, true, true],
    ['visited, seen since', target('10.0.0.1', 'done', visited('fresh')), false, false, false],
    ['visited, not seen since', target('10.0.0.2', 'done', visited('old')), false, false, true],
    ['pending, seen since by another run', target('10.0.0.1', 'pending'), true, false, false],
    [
      'an alias',
      target('10.0.0.9', 'skipped', { kind: 'alias', deviceId: 'old', of: '10.0.0.2' }),
      false,
      false,
      false,
    ],
    [
      'out of scope',
      target('10.0.0.9', 'skipped', { kind: 'skipped', skip: 'out-of-scope', reason: 'r' }),
      false,
      false,
      false,
    ],
    [
      'left by --only-failed',
      target('10.0.0.9', 'skipped', { kind: 'skipped', skip: 'not-asked-for', reason: 'r' }),
      true,
      false,
      true,
    ],
  ] as const)('a target that is %s', (_title, one, resumed, onlyFailed, stale) => {
    expect([visits(one, 'unvisited'), visits(one, 'failed'), visits(one, 'stale')]).toEqual([
      resumed,
      onlyFailed,
      stale,
    ]);
  });

  test('begins anew and keeps its place: depth, who told, no lease and no outcome', () => {
    const [next] = sort([target('10.0.0.9', 'failed', failed('unreachable'))], 'unvisited').toVisit;
    expect(next).toEqual({
      ...{ runId: 'next', targetId: '10.0.0.9', address: '10.0.0.9', port: 22, depth: 3, seed: false },
      toldBy: { deviceId: 'teller', deviceName: 'teller', protocol: 'cdp', localPort: 'Gi1' },
      ...{ status: 'pending', attempts: 0, enqueuedAt: NOW },
    });
  });

  test('what is carried over twice keeps the run that visited it', () => {
    const [once] = sort([target('10.0.0.1', 'done', visited('fresh'))], 'unvisited').carried;
    expect(once).toMatchObject({ carriedFrom: 'before', outcome: visited('fresh'), sessionId: 'session' });
    const { carried } = sortTargets([once!], {
      ...{ runId: 'third', from: 'next', visit: 'unvisited', seenSince: 0, devices: [], now: NOW },
    });
    expect(carried).toMatchObject([{ runId: 'third', carriedFrom: 'before' }]);
  });

  test('an address that did not answer is left where the neighbor was reached at another', () => {
    const one = target('10.0.0.8', 'failed', failed('unreachable'), { alternates: ['10.0.0.1'] });
    const other = target('10.0.0.1', 'done', visited('fresh'));
    expect(sort([one, other], 'unvisited').toVisit).toEqual([]);
    expect(sort([one, other], 'failed').toVisit).toHaveLength(1);
  });

  test('a seed whose name had no address is looked up again', () => {
    const seed = target('name:core', 'failed', failed('dns-failed'), { seed: true });
    for (const visit of ['unvisited', 'failed', 'stale'] as const) {
      expect(sort([seed], visit)).toEqual({ carried: [], toVisit: [] });
    }
  });

  test('nothing is lost and nothing is done twice, whatever a run left behind', () => {
    const outcome = fc.oneof(
      fc.constant(undefined),
      fc.constantFrom(...FAILURE_CLASSES).map(failed),
      fc.constantFrom(...SKIP_REASONS).map((skip): Outcome => ({ kind: 'skipped', skip, reason: 'r' })),
      fc.constantFrom('fresh', 'old', 'unknown').map(visited),
    );
    const status = fc.constantFrom('pending', 'active', 'done', 'failed', 'skipped', 'abandoned' as const);
    const targets = fc.uniqueArray(fc.tuple(fc.nat(20), status, outcome), { selector: ([id]) => id });
    fc.assert(
      fc.property(targets, fc.constantFrom('unvisited', 'failed', 'stale' as const), (rows, visit) => {
        const all = rows.map(([id, state, end]) => target(`10.0.0.${id}`, state, end));
        const { carried, toVisit } = sort(all, visit);
        expect([...carried, ...toVisit].map(({ targetId }) => targetId).sort()).toEqual(
          all.map(({ targetId }) => targetId).sort(),
        );
        expect(toVisit.every(({ status: state, outcome: end }) => state === 'pending' && !end)).toBe(true);
        // What is carried over has an end: a wave finds nothing pending in it.
        expect(carried.every(({ outcome: end, leaseUntil }) => end && leaseUntil === undefined)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
