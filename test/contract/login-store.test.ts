import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
});

describe('the lease of a device', () => {
  it('has one holder at a time, whatever is taken, freed and left to run out', async () => {
    const step = fc.record({
      owner: fc.constantFrom('a', 'b', 'c'),
      does: fc.constantFrom('take', 'free', 'wait' as const),
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
      { numRuns: 60 },
    );
  });
});
