import { afterAll, beforeAll, expect, it } from 'vitest';
import { runLocally } from '../../../cli/engine/run-locally.ts';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';
import { startLab, type Lab } from '../../../lab/start-lab.ts';
import { staticCredentials } from '../../../shared/adapters/static-credentials/credentials.ts';
import { runSettingsSchema } from '../../../shared/config.ts';
import { MEASURED } from '../../../shared/cost/measured.ts';
import type { RunSettings } from '../../../shared/model/run.ts';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { startTable, type TestTable } from '../../helpers/table.ts';

interface Consumed {
  readonly CapacityUnits?: number;
}

let table: TestTable;
let lab: Lab;
const units = { write: 0, read: 0 };

beforeAll(async () => {
  table = await startTable();
  lab = await startLab({ topology: 'campus', size: 30 });
  // Every answer of the table says what it consumed, its indexes included.
  table.client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      const { ConsumedCapacity: said } = result.output as { ConsumedCapacity?: Consumed | Consumed[] };
      const kind = /Get|Query/.test(String(context.commandName)) ? 'read' : 'write';
      for (const each of [said ?? []].flat()) units[kind] += each.CapacityUnits ?? 0;
      return result;
    },
    { step: 'initialize' },
  );
});
afterAll(async () => {
  await lab.close();
  await table.close();
});

it('the units that the estimate counts for a device are those that a walk consumes', async () => {
  const { network, seeds, scope } = lab;
  const { summary } = await runLocally({
    store: table.store,
    settings: runSettingsSchema.parse({ network, seeds, scope }) as RunSettings,
    credentials: staticCredentials(lab.credential),
    dialer: mappedDialer(lab.dialMap),
    onEvent: () => undefined,
    interrupted: new AbortController().signal,
  });
  const write = units.write / summary.devices;
  const read = units.read / summary.devices;
  console.log(`units for a device: ${write.toFixed(1)} writes, ${read.toFixed(1)} reads`);
  expect(write).toBeGreaterThan(MEASURED.writesPerDevice / 2);
  expect(write).toBeLessThanOrEqual(MEASURED.writesPerDevice);
  expect(read).toBeGreaterThan(MEASURED.readsPerDevice / 2);
  expect(read).toBeLessThanOrEqual(MEASURED.readsPerDevice);
  expect(lab.openSessions()).toBe(0);

  const { Items: items = [] } = await table.client.send(new ScanCommand({ TableName: table.table }));
  const bytes = (isOfRun: boolean): number =>
    items
      .filter(({ pk }) => String(pk).startsWith('RUN#') === isOfRun)
      .reduce((sum, item) => sum + Buffer.byteLength(JSON.stringify(item)), 0) / summary.devices;
  console.log(`bytes for a device: ${bytes(false).toFixed(0)}, and ${bytes(true).toFixed(0)} for each run`);
  expect(bytes(false)).toBeGreaterThan(MEASURED.bytesPerDevice / 2);
  expect(bytes(false)).toBeLessThanOrEqual(MEASURED.bytesPerDevice);
  expect(bytes(true)).toBeGreaterThan(MEASURED.bytesPerDeviceAndRun / 2);
  expect(bytes(true)).toBeLessThanOrEqual(MEASURED.bytesPerDeviceAndRun);
});
