import { GetCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamodbStore } from '../../shared/adapters/dynamodb/store.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { keys, TTL_ATTRIBUTE } from '../../shared/names.ts';
import type { Run } from '../../shared/model/run.ts';
import { paceLogin } from '../../shared/steps/pace-login.ts';
import type { ProbePorts } from '../../shared/steps/probe-ports.ts';
import { startTable, type TestTable } from '../helpers/table.ts';

let table: TestTable;
let count = 0;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.close());

const slot = { limit: 3, now: 1_000, lostBefore: 0 };

describe('the record of an account', () => {
  it('lets three try at once, and more when those have died', async () => {
    const { store } = table;
    const tries = await Promise.all(Array.from({ length: 10 }, () => store.tryLogin('r', 'ops', slot)));
    expect(tries.filter(Boolean)).toHaveLength(3);
    await store.releaseLogin('r', 'ops');
    expect(await store.tryLogin('r', 'ops', slot)).toBe(true);
    expect(await store.tryLogin('r', 'ops', slot)).toBe(false);
    expect(await store.tryLogin('r', 'ops', { ...slot, now: 70_000, lostBefore: 10_000 })).toBe(true);
  });

  it('goes with its run where runs are kept for a while: an update that makes it says when', async () => {
    const { client, table: name } = table;
    const store = dynamodbStore({ client, table: name, keepRunsDays: 30 });
    await store.tryLogin('expires', 'ops', slot);
    await store.loginRefused('expires', 'eve', { limit: 2, pausedUntil: 5_000 });
    const inDays = async (username: string): Promise<number> => {
      const command = new GetCommand({ TableName: name, Key: keys.logins('expires', username) });
      const { Item: item } = await client.send(command);
      return Math.round((Number(item?.[TTL_ATTRIBUTE]) - Date.now() / 1000) / 86_400);
    };
    expect(await Promise.all(['ops', 'eve'].map(inDays))).toEqual([30, 30]);
    expect(await store.getLogins('expires', 'eve')).toEqual({ proven: false, failuresInARow: 1 });
  });

  it('pauses at the limit, lets one canary through, and forgets all at a success', async () => {
    const { store } = table;
    const pause = { limit: 2, pausedUntil: 5_000 };
    expect(await store.loginRefused('r', 'eve', pause)).toMatchObject({ failuresInARow: 1 });
    const paused = await store.loginRefused('r', 'eve', pause);
    expect(paused).toMatchObject({ failuresInARow: 2, pausedUntil: 5_000 });
    const canary = { seen: 5_000, pausedUntil: 9_000 };
    const through = await Promise.all(Array.from({ length: 5 }, () => store.takeCanary('r', 'eve', canary)));
    expect(through.filter(Boolean)).toHaveLength(1);
    await store.loginWorked('r', 'eve');
    expect(await store.getLogins('r', 'eve')).toMatchObject({ proven: true, failuresInARow: 0 });
    expect((await store.getLogins('r', 'eve')).pausedUntil).toBeUndefined();
  });

  it('has so many turns in a window as there are, whoever asks, and none in one that has passed', async () => {
    const { store } = table;
    const ask = (window: number) =>
      Promise.all(Array.from({ length: 12 }, () => store.takeTurn('pacer', { window, limit: 3 })));
    expect((await ask(7)).filter(Boolean)).toHaveLength(3);
    expect((await ask(8)).filter(Boolean)).toHaveLength(3);
    expect((await ask(7)).filter(Boolean)).toHaveLength(0);
    expect(await store.takeTurn('another', { window: 7, limit: 1 })).toBe(true);
  });
});

describe('a paced login', () => {
  it('waits for its turn, and is put off when it does not come in time', async () => {
    let now = 1_000_000;
    const clock = { ...systemClock, now: () => now, sleep: async (ms: number) => void (now += ms) };
    const ports = { store: table.store, clock } as unknown as ProbePorts;
    const run = { settings: { auth: { loginsPerSecond: 0.5 } } } as unknown as Run;
    const turns: number[] = [];
    for (let probes = 0; probes < 3; probes += 1) {
      expect(await paceLogin(ports, run, 'slow')).toBeNull();
      turns.push(now);
    }
    expect(turns).toEqual([1_000_000, 1_002_000, 1_004_000]);
    // Three probes more that stand in line at one time: the first windows are taken by others.
    for (const window of [503, 504, 505]) await table.store.takeTurn('slow', { window, limit: 1 });
    const late = await paceLogin(ports, run, 'slow');
    expect(late).toMatchObject({ kind: 'deferred', failure: { class: 'auth-paused' } });
    const free = { settings: { auth: {} } } as unknown as Run;
    expect(await paceLogin(ports, free, 'slow')).toBeNull();
  });
});

/** What chance need not come to in 60 runs. */
const FREED_BY_ANOTHER = [
  { owner: 'a' as const, does: 'take' as const, ms: 30 },
  { owner: 'b' as const, does: 'free' as const, ms: 1 },
  { owner: 'b' as const, does: 'take' as const, ms: 30 },
];

describe('the lease of a device', () => {
  it('has one holder at a time, whatever is taken, freed and left to run out', async () => {
    const step = fc.record({
      owner: fc.constantFrom('a', 'b', 'c'),
      does: fc.constantFrom('take' as const, 'free' as const, 'wait' as const),
      ms: fc.integer({ min: 1, max: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const place = `place-${(count += 1)}`;
        let now = 1_000;
        let held: { owner: string; until: number } | null = null;
        for (const { owner, does, ms } of steps) {
          if (does === 'wait') now += ms;
          else if (does === 'free') {
            await table.store.freeLine(place, owner);
            if (held?.owner === owner) held = null;
          } else {
            const isFree: boolean = held === null || held.until <= now || held.owner === owner;
            const lease = { owner, now, until: now + ms };
            expect(await table.store.takeLine(place, lease)).toBe(isFree);
            if (isFree) held = lease;
          }
        }
      }),
      { numRuns: 60, examples: [[FREED_BY_ANOTHER]] },
    );
  });
});
