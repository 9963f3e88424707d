import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../lab/fault.ts';
import { buildNetwork } from '../../../lab/network/build-network.ts';
import { truthOf, type Truth } from '../../../lab/truth.ts';
import type { RunSummary } from '../../../shared/model/run.ts';
import type { SessionRecord } from '../../../shared/model/session-record.ts';
import type { Target } from '../../../shared/model/target.ts';
import { closedOf, openOnDevices, startLabWalk, type LabWalk } from './walk-lab.ts';

/** One fault on one leaf of the campus each, and the outcome that the walk must report: a class, or `visited`. */
const TABLE: readonly (readonly [Fault, string])[] = [
  ['refused', 'refused'],
  ['silent', 'ident-timeout'],
  ['http', 'not-ssh'],
  ['ssh1', 'not-ssh'],
  ['vty-text', 'vty-exhausted'],
  ['close-on-accept', 'closed-before-ident'],
  ['reset-on-accept', 'handshake-failed'],
  ['no-auth-answer', 'auth-timeout'],
  ['wrong-password', 'auth-failed'],
  ['kbd-interactive-only', 'visited'],
  ['channel-refused', 'vty-exhausted'],
  ['shell-refused', 'shell-refused'],
  ['no-prompt', 'prompt-timeout'],
  ['banner-flood', 'output-too-large'],
  ['motd-hash', 'visited'],
  ['pager-ignores-length', 'visited'],
  ['command-hangs', 'command-timeout'],
  ['command-flood', 'output-too-large'],
  ['dies-mid-output', 'closed-early'],
  ['resets-mid-output', 'closed-early'],
  ['exit-ignored', 'visited'],
  ['exit-asks', 'visited'],
  ['socket-stays-open', 'visited'],
  ['half-closes', 'visited'],
  ['slow', 'visited'],
];

/** A campus of this size has enough access switches with nothing behind them. */
const SIZE = 60;
const leaves = leavesOf(buildTruth());
const deviceOf = (index: number): string => leaves[index] ?? `no leaf ${index}`;

let walking: LabWalk;
let summary: RunSummary;
let targets: readonly Target[];
let sessions: readonly SessionRecord[];
let open: Record<string, number>;

beforeAll(async () => {
  const faults = Object.fromEntries(TABLE.map(([fault], index) => [deviceOf(index), fault]));
  walking = await startLabWalk({ topology: 'campus', size: SIZE, faults });
  summary = await walking.walk({ lines: { retries: 1, retryAfterSeconds: 1 } });
  open = await openOnDevices(walking.lab);
  targets = await walking.store.listTargets(summary.runId);
  sessions = await walking.store.listSessions(summary.runId);
}, 120_000);
afterAll(() => walking.close());

/** Access switches that only distribution switches tell of: a fault on one hides no other device. */
function leavesOf(truth: Truth): readonly string[] {
  const names = truth.devices.map(({ name }) => name).filter((name) => name.startsWith('acc-'));
  return names.filter((name) =>
    truth.links
      .filter(({ a, b }) => a.device === name || b.device === name)
      .every(({ a, b }) => [a.device, b.device].some((end) => end.startsWith('dist-'))),
  );
}

function buildTruth(): Truth {
  return truthOf(buildNetwork('campus', SIZE, 1));
}

const addressesOf = (name: string): readonly string[] =>
  walking.lab.truth.devices.find((device) => device.name === name)?.addresses ?? [];

describe('a walk past faulty devices', () => {
  test.each(TABLE.map(([fault, outcome], index) => [fault, outcome, deviceOf(index)] as const))(
    'a device with the fault %s ends as %s',
    (_fault, expected, name) => {
      const addresses = addressesOf(name);
      const ended = targets.filter(({ address }) => addresses.includes(address));
      const outcomes = ended.map(({ outcome }) =>
        outcome?.kind === 'failed' ? outcome.class : outcome?.kind,
      );
      expect(outcomes).toContain(expected);
    },
  );

  test('completes, and accounts for every target', () => {
    expect(summary.status).toBe('succeeded');
    expect(targets.filter(({ outcome }) => outcome === undefined)).toEqual([]);
    expect(targets.filter(({ status }) => status === 'pending' || status === 'active')).toEqual([]);
  });

  test('tells an operator what to do for each failure', () => {
    for (const { outcome } of targets) {
      if (outcome?.kind === 'failed') expect(outcome.reason.length).toBeGreaterThan(30);
    }
  });

  test('closes every session that came up, with its step and its proof in the ledger', () => {
    expect(closedOf(summary)).toBe(summary.sessions.opened);
    expect(summary.sessions.leaked).toBe(0);
    for (const session of sessions) {
      expect(['closed', 'never-opened']).toContain(session.state);
      if (session.state === 'closed') expect(session.proof).toMatch(/^(peer-fin|peer-reset|unconfirmed)$/);
    }
  });

  test('leaves nothing open on any device', () => {
    expect(open).toEqual({});
  });

  test('says unconfirmed where the device never answered the FIN, and destroys that socket', () => {
    const [address = ''] = addressesOf(deviceOf(TABLE.findIndex(([fault]) => fault === 'socket-stays-open')));
    const row = sessions.find((session) => session.address === address);
    expect(row).toMatchObject({ state: 'closed', closedBy: 'destroyed', proof: 'unconfirmed' });
  });
});

describe('a device whose host key changed', () => {
  test('is refused before a password is sent, and the other devices are walked', async () => {
    const victim = deviceOf(TABLE.length);
    const [address = ''] = addressesOf(victim);
    walking.lab.rotateHostKey(victim);
    const before = walking.lab.stats().authenticated;
    const again = await walking.walk({ seeds: [address], maxDepth: 0 });
    expect(again.failures).toEqual({ 'hostkey-mismatch': 1 });
    expect(walking.lab.stats().authenticated).toBe(before);
    expect(await openOnDevices(walking.lab)).toEqual({});
  });
});
