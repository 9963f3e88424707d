import { createTable } from '../shared/adapters/dynamodb/create-table.ts';
import { documentClient } from '../shared/adapters/dynamodb/client.ts';
import { startDynalite } from '../shared/adapters/dynalite/server.ts';
import type { Fault } from '../lab/fault.ts';
import { startLab } from '../lab/start-lab.ts';

// The other side of the soak, in a process of its own: devices and table, so that what is measured is the product's alone.
const DEVICES = 100;
const EVERY = 5;
/** One device in five has one of these, in turn. */
const FAULTS: readonly Fault[] = [
  'close-on-accept',
  'reset-on-accept',
  'http',
  'vty-text',
  'wrong-password',
  'channel-refused',
  'no-prompt',
  'pager-ignores-length',
  'command-hangs',
  'dies-mid-output',
  'resets-mid-output',
  'exit-ignored',
  'exit-asks',
  'socket-stays-open',
  'half-closes',
];

const names = (await startedNames()).filter((_, index) => index % EVERY === 0);
const faults = Object.fromEntries(
  names.map((name, index) => [name, FAULTS[index % FAULTS.length] ?? 'http']),
);
const lab = await startLab({ topology: 'line', size: DEVICES, faults });
const table = await startDynalite({});
const client = documentClient({ endpoint: table.endpoint });
await createTable(client, 'netwalker');
client.destroy();
const { dialMap, credential, scope, truth } = lab;
process.send?.({
  world: {
    endpoint: table.endpoint,
    dialMap,
    credential,
    scope,
    faulty: names.length,
    addresses: truth.devices.map(({ addresses }) => addresses[0] ?? ''),
  },
});
process.on('message', () => process.send?.({ open: lab.openSessions(), accepted: lab.stats().accepted }));

async function startedNames(): Promise<readonly string[]> {
  const healthy = await startLab({ topology: 'line', size: DEVICES });
  const all = healthy.truth.devices.map(({ name }) => name);
  await healthy.close();
  return all;
}
