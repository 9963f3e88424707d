import { batchWrite } from '../shared/adapters/dynamodb/batch-write.ts';
import { documentClient } from '../shared/adapters/dynamodb/client.ts';
import { createTable } from '../shared/adapters/dynamodb/create-table.ts';
import { neighborKeys } from '../shared/adapters/dynamodb/neighbor-keys.ts';
import { dynamodbStore } from '../shared/adapters/dynamodb/store.ts';
import type { Item } from '../shared/adapters/dynamodb/table-access.ts';
import { startDynalite } from '../shared/adapters/dynalite/server.ts';
import { systemClock } from '../shared/adapters/system/clock.ts';
import type { Device } from '../shared/model/device.ts';
import type { StoredNeighbor } from '../shared/model/neighbor.ts';
import type { Run } from '../shared/model/run.ts';
import type { SessionRecord } from '../shared/model/session-record.ts';
import type { Target } from '../shared/model/target.ts';
import { devicesList, deviceOrder, keys, type ItemKey } from '../shared/names.ts';
import { mapOfRun } from '../shared/steps/compare-runs.ts';
import { inParallel } from '../shared/steps/in-parallel.ts';
import { startRun } from '../shared/steps/start-run.ts';
import { deriveTopology } from '../shared/topology/derive-topology.ts';

// The table that a run leaves before it is ended, in a process of its own, so that what is measured is the product's alone.
const DEVICES = Number(process.argv[2]);
const NETWORK = 'bench';
const RUN = 'bench-1';
const PORTS = 28;
const DESCRIPTION =
  'Cisco IOS Software [Cupertino], Catalyst L3 Switch Software (CAT9K_IOSXE), Version 17.9.4a, RELEASE SOFTWARE (fc3)';

const server = await startDynalite({});
const client = documentClient({ endpoint: server.endpoint });
const access = { client, table: 'netwalker' };
await createTable(client, access.table);
const store = dynamodbStore(access);

const settings = { network: NETWORK, seeds: [addressOf(0)], scope: ['10.0.0.0/8'] };
const quiet = { emit: () => undefined };
const resolver = { lookup: async () => [] };
const ports = { store, clock: systemClock, events: quiet, resolver };
await startRun(ports, { runId: RUN, input: settings });
const run = (await store.getRun(RUN)) as Run;

const SLICE = 500;
const starts = Array.from({ length: Math.ceil(DEVICES / SLICE) }, (_, slice) => slice * SLICE);
await inParallel(starts, 4, async (start) => {
  const slice = Array.from({ length: Math.min(SLICE, DEVICES - start) }, (_, at) => start + at);
  await batchWrite(access, { put: slice.flatMap(itemsOf) });
});
await keepEarlierMap();
const ready = { endpoint: server.endpoint, runId: RUN };
if (process.send) process.send(ready);
else console.log(JSON.stringify(ready));
process.on('disconnect', () => process.exit());

/** What a run leaves of one device; every tenth was dialled twice. */
function itemsOf(n: number): (ItemKey & Item)[] {
  const device = deviceOf(n);
  const { deviceId, serials, chassisIds, addresses } = device;
  const neighbors = neighborsOf(n);
  const entries = neighborKeys(neighbors);
  const sessions = n % 10 === 0 ? [0, 1] : [0];
  return [
    {
      ...device,
      ...{ serials: new Set(serials), chassisIds: new Set(chassisIds), addresses: new Set(addresses) },
      ...{ g2pk: devicesList(NETWORK), g2sk: deviceOrder(device.name, deviceId) },
      ...keys.device(NETWORK, deviceId),
    },
    ...neighbors.map((entry, at) => ({ ...entry, ...keys.neighbor(NETWORK, deviceId, entries[at]!) })),
    { ...targetOf(n), ...keys.target(RUN, addressOf(n)) },
    ...sessions.map((nth) => {
      const session = sessionOf(n, nth);
      return { ...session, ...keys.session(RUN, session.sessionId) };
    }),
  ];
}

/** A run of before that saw all but one device in a hundred. */
async function keepEarlierMap(): Promise<void> {
  const before: Run = { ...run, runId: 'bench-0', startedAt: run.startedAt - 1, status: 'succeeded' };
  const seen = Array.from({ length: DEVICES }, (_, n) => n).filter((n) => n % 100 !== 99);
  const observed = { devices: seen.map(deviceOf), neighbors: seen.flatMap(neighborsOf) };
  await store.createRun(before);
  await store.saveRunMap(before.runId, mapOfRun(RUN, observed, seen.map(targetOf), deriveTopology(observed)));
}

function deviceOf(n: number): Device {
  return {
    ...{ deviceId: idOf(n), network: NETWORK, name: nameOf(n), platform: 'cisco_ios', vendor: 'Cisco' },
    ...{ model: 'C9300-24T', osVersion: '17.9.4a', serials: [serialOf(n)], lastSerials: [serialOf(n)] },
    ...{ chassisIds: [macOf(n, 0)], addresses: [addressOf(n)], uptimeSeconds: 1_000_000 + n },
    ...{ firstSeenAt: 1, lastSeenAt: 1_764_000_000_000 + n, lastRunId: RUN },
    ports: Array.from({ length: PORTS }, (_, port) => ({
      name: portOf(port),
      mac: macOf(n, port),
      ...(port % 4 === 0 ? { description: `to rack ${n % 40} panel ${port}` } : {}),
      ...(port === 0 ? { addresses: [addressOf(n)] } : {}),
    })),
  };
}

/** A ring over both protocols, a chord, and a phone that nobody visits. */
function neighborsOf(n: number): StoredNeighbor[] {
  const [left, right] = [(n + DEVICES - 1) % DEVICES, (n + 1) % DEVICES];
  const across = DEVICES - 1 - n;
  return [
    ...(['cdp', 'lldp'] as const).flatMap((protocol) => [
      neighborOf(n, { protocol, port: 1, to: left, toPort: 2 }),
      neighborOf(n, { protocol, port: 2, to: right, toPort: 1 }),
    ]),
    neighborOf(n, { protocol: 'lldp', port: 3, to: across, toPort: 3 }),
    {
      ...neighborOf(n, { protocol: 'lldp', port: 4, to: n, toPort: 1 }),
      ...{ remoteName: `SEP${macOf(n, 99).replaceAll(':', '')}`, chassisId: macOf(n, 99) },
      ...{ managementAddresses: [`10.200.${(n >> 8) & 255}.${n & 255}`], remotePort: 'Port 1' },
      platform: 'Cisco IP Phone 8841',
    },
  ];
}

function neighborOf(
  n: number,
  { protocol, port, to, toPort }: { protocol: 'cdp' | 'lldp'; port: number; to: number; toPort: number },
): StoredNeighbor {
  return {
    ...{ deviceId: idOf(n), runId: RUN, seenAt: 1_764_000_000_000 + n, protocol },
    ...{ localPort: portOf(port), remoteName: `${nameOf(to)}.bench.example`, remotePort: portOf(toPort) },
    ...{ managementAddresses: [addressOf(to)], chassisId: protocol === 'lldp' ? macOf(to, 0) : null },
    ...{ platform: protocol === 'cdp' ? 'cisco C9300-24T' : null, capabilities: ['Router', 'Switch'] },
    remoteDescription: DESCRIPTION,
  };
}

function targetOf(n: number): Target {
  return {
    ...{ runId: RUN, targetId: addressOf(n), address: addressOf(n), port: 22, depth: n, seed: n === 0 },
    toldBy: { deviceId: idOf(n), deviceName: nameOf(n), protocol: 'cdp', localPort: portOf(1) },
    ...{ nameHint: nameOf(n), platformHint: 'cisco_ios', status: 'done', attempts: 1, owner: `request-${n}` },
    ...{ enqueuedAt: 1_764_000_000_000, finishedAt: 1_764_000_004_100, durationMs: 3_900 + (n % 100) },
    ...{ outcome: { kind: 'visited', deviceId: idOf(n) }, sessionId: sessionIdOf(n, 0) },
  };
}

function sessionOf(n: number, nth: number): SessionRecord {
  return {
    ...{ sessionId: sessionIdOf(n, nth), runId: RUN, targetId: addressOf(n), network: NETWORK },
    ...{ address: addressOf(n), port: 22, username: 'walker', state: 'closed', requestId: `request-${n}` },
    ...{ openingAt: 1_764_000_000_200, deadline: 1_764_000_020_000, openedAt: 1_764_000_000_230 },
    ...{ localAddress: '10.99.1.4', localPort: 50_122, closedAt: 1_764_000_004_000 },
    ...{ durationMs: 3_700 + (n % 100), closeMs: 20 + (n % 10), closedBy: 'graceful', proof: 'peer-fin' },
    ...{ deviceId: idOf(n), deviceName: nameOf(n) },
  };
}

function addressOf(n: number): string {
  return `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
}
function nameOf(n: number): string {
  return `sw-${String(n).padStart(6, '0')}`;
}
function serialOf(n: number): string {
  return `FOC${String(n).padStart(8, '0')}`;
}
function idOf(n: number): string {
  return `${nameOf(n)}~${serialOf(n).toLowerCase()}`;
}
function portOf(port: number): string {
  return `GigabitEthernet1/0/${port}`;
}
function sessionIdOf(n: number, nth: number): string {
  return `01JD8R${String(n).padStart(18, '0')}${nth}`;
}
function macOf(n: number, port: number): string {
  const digits = (n * 128 + port).toString(16).padStart(10, '0');
  return `02${digits}`.match(/../g)!.join(':');
}
