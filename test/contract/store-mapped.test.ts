import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveTopology } from '../../shared/topology/derive-topology.ts';
import { startTable, type TestTable } from '../helpers/table.ts';
import { device, neighbor } from './store-fixtures.ts';

let table: TestTable;
beforeAll(async () => {
  table = await startTable();
});
afterAll(async () => table.close());

const mapped = {
  ...{
    vendor: 'Cisco',
    model: 'C9300-24T',
    osVersion: '17.9.4',
    serials: ['FOC1', 'FOC2'],
    lastSerials: ['FOC2'],
  },
  ...{ chassisIds: ['0011.2233.4400'], addresses: ['10.0.0.1'] },
  ports: [{ name: 'Gi1/0/1', mac: '00:11:22:33:44:01', description: 'up', addresses: ['10.0.1.1'] }],
};
const core = device('core', {
  ...{ ...mapped, uptimeSeconds: 7, unsupported: ['show cdp'], answered: { 'show lldp': 'show lldp' } },
  ...{ vlans: [{ id: 10, name: 'USERS' }], notKept: { vlans: 1 } },
});
const told = neighbor('core', {
  remotePortDescription: 'to core',
  platform: 'C9200',
  capabilities: ['bridge'],
});

describe('what a map is made of', () => {
  it('is read without what else is known of a device', async () => {
    const { store } = table;
    await store.saveDevice(core);
    await store.saveDevice(device('bare', { name: 'access-2' }));
    expect(await store.listDevices('lab', { onlyMapped: true })).toEqual([
      device('bare', { name: 'access-2' }),
      device('core', mapped),
    ]);
  });

  it('is read without how a neighbor describes itself', async () => {
    const { store } = table;
    await store.saveNeighbors('lab', 'core', [{ ...told, remoteDescription: 'Cisco IOS Software' }]);
    expect(await store.listNeighbors('lab', 'core', { onlyMapped: true })).toEqual([told]);
    expect(await store.listNeighbors('lab', 'core')).toEqual([
      { ...told, remoteDescription: 'Cisco IOS Software' },
    ]);
  });

  it('gives the map that all attributes give', async () => {
    const { store } = table;
    const [few, all] = await Promise.all(
      [{ onlyMapped: true }, {}].map(async (options) => ({
        devices: await store.listDevices('lab', options),
        neighbors: await store.listNeighbors('lab', 'core', options),
      })),
    );
    expect(all!.devices).not.toEqual(few!.devices);
    expect(deriveTopology(few!)).toEqual(deriveTopology(all!));
    expect(deriveTopology(few!).links).toHaveLength(1);
  });
});
