import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleFunctions } from '../../../infra/bundle.ts';
import { startLab, type Lab } from '../../../lab/start-lab.ts';
import { systemClock } from '../../../shared/adapters/system/clock.ts';
import { ENV } from '../../../shared/names.ts';
import { startTable, type TestTable } from '../../helpers/table.ts';
import { openOnDevices } from '../walk/walk-lab.ts';
import { runInjected, type Handler, type Handlers } from './injected-run.ts';

/** What deploys, as it deploys: the built bundles with their own wiring from the environment, under the workflow's text. */
const outDir = mkdtempSync(path.join(tmpdir(), 'netwalker-bundles-'));
const before = { ...process.env };
let table: TestTable;
let lab: Lab;
let handlers: Handlers;
const secrets = http.createServer((request, response) => {
  request.resume().on('end', () => {
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ SecretString: JSON.stringify(lab.credential) }));
  });
});

beforeAll(async () => {
  [table, lab] = await Promise.all([startTable(), startLab({ topology: 'line', size: 3 })]);
  await new Promise<void>((listening) => secrets.listen(0, '127.0.0.1', listening));
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${(secrets.address() as AddressInfo).port}`,
    [ENV.table]: table.table,
    [ENV.endpoint]: table.endpoint,
    [ENV.credentials]: JSON.stringify([{ secret: 'netwalker/ssh' }]),
    [ENV.keepRunsDays]: '30',
  });
  const folders = await bundleFunctions(outDir);
  const require = createRequire(import.meta.url);
  handlers = Object.fromEntries(
    Object.entries(folders).map(([name, folder]) => [
      name,
      (require(path.join(folder, 'index.js')) as { handler: Handler }).handler,
    ]),
  ) as unknown as Handlers;
});
afterAll(async () => {
  process.env = before;
  secrets.close();
  secrets.closeAllConnections();
  await Promise.all([lab.close(), table.close()]);
  rmSync(outDir, { recursive: true, force: true });
});

it('the built bundles walk, close every session and leave the ledger that the sources do', async () => {
  // Bundles dial what they are told to: devices at the lab's own ports.
  const seeds = lab.truth.devices.map(({ addresses }) => {
    const { host = '', port = 0 } = lab.dialMap[`${addresses[0]}:22`] ?? {};
    return `${host}:${port}`;
  });
  const runId = 'bundled';
  const input = { network: 'bundles', seeds, scope: ['127.0.0.0/8'] };
  const run = await runInjected({
    runId,
    input,
    handlers,
    clock: systemClock,
    injection: null,
    endsInMs: 30_000,
  });
  expect(run.end).toBe('succeeded');
  expect(await openOnDevices(lab)).toEqual({});
  const { summary } = (await table.store.getRun(runId)) ?? {};
  expect(summary).toMatchObject({ status: 'succeeded', devices: 3, targets: { visited: 3, failed: 0 } });
  for (const row of await table.store.listSessions(runId)) {
    expect(row).toMatchObject({ state: 'closed', proof: 'peer-fin' });
    // Only the table's own business: nobody reads when an item expires.
    expect(row).not.toHaveProperty('expiresAt');
  }
}, 60_000);
