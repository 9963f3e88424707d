import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTable, type TestTable } from '../helpers/table.ts';
import { HOSTILE_NAME, target } from './store-fixtures.ts';

let table: TestTable;
beforeAll(async () => {
  table = await startTable();
});
afterAll(async () => table.close());

const many = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const addressOf = (n: number): string => `10.0.${n >> 8}.${n & 255}`;

describe('what is read for many at once', () => {
  it('are aliases in the order that they are asked for, each once in a request, missing ones as null', async () => {
    const { store } = table;
    const held = many(130).map((n) => `name:n${n}` as const);
    await Promise.all(held.map((alias, n) => store.claimAlias('many', alias, `d${n}`)));
    await store.claimAlias('many', `name:${HOSTILE_NAME}`, 'hostile');
    const asked = [
      ...held.toReversed(),
      'serial:none',
      `name:${HOSTILE_NAME}`,
      'name:n7',
      'name:n7',
    ] as const;
    const answered = [
      ...many(130)
        .toReversed()
        .map((n) => `d${n}`),
      null,
      'hostile',
      'd7',
      'd7',
    ];
    expect(await store.getAliases('many', asked)).toEqual(answered);
    expect(await store.getAliases('many', [])).toEqual([]);
    expect(await store.getAliases('another', ['name:n7'])).toEqual([null]);
  });

  it('are the targets that a run knows', async () => {
    const { store } = table;
    await Promise.all(many(5).map((n) => store.enqueue(target('known', addressOf(n)))));
    const asked = [addressOf(3), addressOf(200), addressOf(1), addressOf(1)];
    expect(await store.knownTargets('known', asked)).toEqual(new Set([addressOf(3), addressOf(1)]));
    expect(await store.knownTargets('another', asked)).toEqual(new Set());
  });
});

describe('what a run takes over', () => {
  const carried = (runId: string) =>
    many(60).map((n) => ({
      target: target(runId, addressOf(n), { status: n < 50 ? 'done' : 'skipped' }),
      visited: n < 50 ? { deviceId: `d${n}`, name: `n${n}` } : null,
    }));

  it('stands as if it had been visited in it: nothing enqueues it again, and its device has its visit', async () => {
    const { store } = table;
    await store.carryOver(carried('over'));
    expect(await store.listTargets('over')).toHaveLength(60);
    expect(await store.listTargets('over', { live: true })).toEqual([]);
    expect(await store.enqueue(target('over', addressOf(3)))).toBe(false);
    const visit = { deviceId: 'd3', targetId: '10.9.9.9', name: 'n3' };
    expect(await store.claimVisit('over', visit)).toEqual({ targetId: addressOf(3), name: 'n3' });
  });

  it('changes nothing when it is written again', async () => {
    const { store } = table;
    await store.carryOver(carried('again'));
    const before = await store.listTargets('again');
    await store.carryOver(carried('again'));
    expect(await store.listTargets('again')).toEqual(before);
  });

  it('takes the first target for a device that two of them visited', async () => {
    const { store } = table;
    const visited = { deviceId: 'one', name: 'one' };
    const two = [addressOf(1), addressOf(2)].map((id) => ({ target: target('twice', id), visited }));
    await store.carryOver(two);
    const visit = { deviceId: 'one', targetId: '10.9.9.9', name: 'one' };
    expect(await store.claimVisit('twice', visit)).toMatchObject({ targetId: addressOf(1) });
  });
});
