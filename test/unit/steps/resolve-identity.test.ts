import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolveIdentity, recordAliases, type Identity } from '../../../shared/steps/resolve-identity.ts';
import { device } from '../../contract/store-fixtures.ts';
import { startTable, type TestTable } from '../../helpers/table.ts';

let table: TestTable;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.close());

const identity = (name: string, ...serials: string[]): Identity => ({
  name,
  candidateId: serials[0] === undefined ? name : `${name}~${serials[0]}`,
  strong: serials.map((serial) => `serial:${serial}` as const),
  weak: [`name:${name}`],
});

/** A visit as a probe makes it: resolve, then store. */
async function visit(network: string, runId: string, targetId: string, is: Identity) {
  const resolved = await resolveIdentity(table.store, { network, runId, targetId }, is);
  if (resolved.kind === 'ours') {
    const serials = is.strong.map((key) => key.slice('serial:'.length));
    await table.store.saveDevice(
      device(resolved.deviceId, { network, name: is.name, serials, addresses: [targetId], lastRunId: runId }),
    );
    await recordAliases(table.store, network, resolved.deviceId, is, targetId);
  }
  return resolved;
}

describe('identity', () => {
  test('meets in one device when it is visited under many addresses at once', async () => {
    const addresses = Array.from({ length: 12 }, (_, index) => `10.0.0.${index}`);
    const all = await Promise.all(addresses.map((at) => visit('race', 'r1', at, identity('core', 'foc1'))));
    expect(all.filter(({ kind }) => kind === 'ours')).toHaveLength(1);
    expect(new Set(all.map(({ deviceId }) => deviceId)).size).toBe(1);
    expect(await table.store.listDevices('race')).toHaveLength(1);
  });

  test('answers the same target again: a retried invocation is not its own alias', async () => {
    const first = await visit('again', 'r1', '10.0.0.1', identity('core', 'foc1'));
    expect(await visit('again', 'r1', '10.0.0.1', identity('core', 'foc1'))).toEqual(first);
  });

  test('keeps a renamed device, and a stack whose master changed', async () => {
    const first = await visit('rename', 'r1', '10.0.0.1', identity('old', 'foc1', 'foc2'));
    expect(await visit('rename', 'r2', '10.0.0.1', identity('new', 'foc1', 'foc2'))).toEqual(first);
    expect(await visit('rename', 'r3', '10.0.0.1', identity('new', 'foc2', 'foc1'))).toEqual(first);
    expect(await table.store.listDevices('rename')).toHaveLength(1);
  });

  test('tells clones apart: one serial number, two names, in one run and in the next', async () => {
    for (const runId of ['r1', 'r2']) {
      const [a, b] = await Promise.all([
        visit('clones', runId, '10.0.0.1', identity('vm-a', 'same')),
        visit('clones', runId, '10.0.0.2', identity('vm-b', 'same')),
      ]);
      expect([a.kind, b.kind]).toEqual(['ours', 'ours']);
      expect(a.deviceId).not.toBe(b.deviceId);
    }
    expect(await table.store.listDevices('clones')).toHaveLength(2);
  });

  test('finds the serial number of a device that was known by name only', async () => {
    const first = await visit('upgrade', 'r1', '10.0.0.1', identity('sw1'));
    expect(await visit('upgrade', 'r2', '10.0.0.1', identity('sw1', 'foc9'))).toEqual(first);
  });

  test('does not merge devices of two networks that share addresses and names', async () => {
    const a = await visit('site-a', 'r1', '10.0.0.1', identity('sw1', 'foc1'));
    const b = await visit('site-b', 'r9', '10.0.0.1', identity('sw1', 'foc1'));
    expect([a.kind, b.kind]).toEqual(['ours', 'ours']);
    expect(await table.store.listDevices('site-a')).toHaveLength(1);
  });
});
