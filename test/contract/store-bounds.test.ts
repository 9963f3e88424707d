import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cut } from '../../shared/adapters/dynamodb/bounded.ts';
import { neighborKeys } from '../../shared/adapters/dynamodb/neighbor-keys.ts';
import { startTable, type TestTable } from '../helpers/table.ts';
import { device, neighbor, target } from './store-fixtures.ts';

let table: TestTable;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.close());

const HUGE = 'ü'.repeat(100_000);
const many = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${index}-${'9'.repeat(300)}`);

describe('what a hostile device says', () => {
  it('is stored in items under 64 KB, visit after visit', async () => {
    const { store } = table;
    for (let visit = 0; visit < 12; visit += 1) {
      const fresh = many(300).map((text) => `${visit}.${text}`);
      await store.saveDevice(
        device('d', {
          name: HUGE,
          model: HUGE,
          osVersion: HUGE,
          serials: fresh,
          chassisIds: fresh,
          addresses: fresh,
          unsupported: fresh,
          vlans: Array.from({ length: 4094 }, (_, n) => ({ id: n + 1, name: HUGE })),
          interfaceAddresses: fresh.map((port) => ({ port, address: HUGE })),
          ports: fresh.map((name) => ({ name, description: HUGE, addresses: fresh })),
          lastSeenAt: 100 + visit,
        }),
      );
    }
    await store.saveNeighbors('lab', 'd', [
      neighbor('d', {
        localPort: HUGE,
        remoteName: HUGE,
        remotePort: HUGE,
        remoteDescription: HUGE,
        capabilities: many(999),
        managementAddresses: many(999),
      }),
    ]);
    await store.enqueue(target('r', '10.0.0.1', { nameHint: HUGE, alternates: many(999) }));
    const { Items: items = [] } = await table.client.send(new ScanCommand({ TableName: table.table }));
    const plain = (_key: string, value: unknown) => (value instanceof Set ? [...value] : value);
    const sizes = items.map((item) => Buffer.byteLength(JSON.stringify(item, plain)));
    expect(sizes).toHaveLength(3);
    expect(Math.max(...sizes)).toBeLessThan(64 * 1024);
    expect((await store.getDevice('lab', 'd'))?.lastSeenAt).toBe(111);
  });

  it('is cut between characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, bytes) => {
        const short = cut(text, bytes);
        expect(Buffer.byteLength(short)).toBeLessThanOrEqual(bytes);
        expect(text.startsWith(short)).toBe(true);
      }),
    );
  });

  it('gets one key for each neighbor entry, whatever the names hold', () => {
    const name = fc.option(fc.string({ unit: fc.constantFrom('a', '#', '2', 'é'), maxLength: 4 }));
    const entry = fc.record({ localPort: name, remoteName: name, remotePort: name });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
        const found = neighborKeys(entries.map((more) => neighbor('d', more)));
        expect(new Set(found).size).toBe(entries.length);
      }),
    );
  });
});
