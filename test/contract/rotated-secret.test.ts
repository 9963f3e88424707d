import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mappedDialer } from '../../cli/engine/mapped-dialer.ts';
import { startLab, type Lab } from '../../lab/start-lab.ts';
import { secretReader } from '../../shared/adapters/secrets-manager/secret-reader.ts';
import { ssh2Port } from '../../shared/adapters/ssh2/connect.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { ulidIds } from '../../shared/adapters/ulid/ids.ts';
import { probeDevice } from '../../shared/steps/probe-device.ts';
import { secretCredentials, type MatchedSecret } from '../../shared/steps/secret-credentials.ts';
import { startRun } from '../../shared/steps/start-run.ts';
import { openOnDevices } from '../e2e/walk/walk-lab.ts';
import { recordedEvents } from '../helpers/recorded-events.ts';
import { startTable, type TestTable } from '../helpers/table.ts';

/** Secrets Manager's GetSecretValue over HTTP, with secrets that a test rotates. */
const secrets = new Map<string, string>();
const asked: string[] = [];
const server = http.createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (text: string) => (body += text));
  request.on('end', () => {
    const { SecretId } = JSON.parse(body) as { SecretId: string };
    asked.push(SecretId);
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ Name: SecretId, SecretString: secrets.get(SecretId) }));
  });
});

let lab: Lab;
let table: TestTable;
let endpoint: string;
let count = 0;
beforeAll(async () => {
  Object.assign(process.env, { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 't', AWS_SECRET_ACCESS_KEY: 't' });
  [lab, table] = await Promise.all([startLab({ topology: 'line', size: 3 }), startTable()]);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  expect(await openOnDevices(lab)).toEqual({});
  server.close();
  server.closeAllConnections();
  await Promise.all([lab.close(), table.close()]);
});

const right = () => JSON.stringify(lab.credential);
const wrong = () => JSON.stringify({ ...lab.credential, password: 'before the rotation' });

async function probeWith(list: readonly MatchedSecret[], reader = secretReader({ endpoint })) {
  const runId = `run-${(count += 1)}`;
  const targetId = lab.truth.devices[0]?.addresses[0] ?? '';
  const quiet = { store: table.store, clock: systemClock, events: recordedEvents() };
  const input = { network: runId, seeds: [targetId], scope: lab.scope, maxDepth: 0 };
  await startRun({ ...quiet, resolver: { lookup: async () => [] } }, { runId, input });
  const ports = {
    ...quiet,
    ssh: ssh2Port({ dialer: mappedDialer(lab.dialMap) }),
    credentials: secretCredentials(list, reader),
    ids: ulidIds,
  };
  const before = lab.stats().refused;
  await probeDevice(ports, { runId, targetId }, { requestId: 'r', endsAt: Date.now() + 30_000 });
  const target = await table.store.getTarget(runId, targetId);
  const logins = await table.store.getLogins(runId, lab.credential.username);
  return { outcome: target?.outcome, logins, refused: lab.stats().refused - before, reader };
}

it('a secret that was rotated since it was read is read once more, and the login is tried with it', async () => {
  const reader = secretReader({ endpoint });
  secrets.set('ssh', wrong());
  await reader.read('ssh');
  secrets.set('ssh', right());
  const { outcome, refused, logins } = await probeWith([{ secret: 'ssh' }], reader);
  expect(outcome).toMatchObject({ kind: 'visited' });
  expect(refused).toBe(1);
  expect(logins).toMatchObject({ proven: true, failuresInARow: 0 });
});

it('a secret is read every 15 minutes, and once for all logins that are refused meanwhile', async () => {
  const reader = secretReader({ endpoint });
  secrets.set('ssh', right());
  asked.length = 0;
  const now = Date.now;
  const start = now();
  const readAt = async (seconds: number, fresh: boolean): Promise<number> => {
    Date.now = () => start + seconds * 1_000;
    await reader.read('ssh', { fresh });
    return asked.length;
  };
  try {
    const reads = [
      [0, false],
      [899, false],
      [900, false],
      [901, true],
      [910, true],
      [932, true],
      [1_831, false],
      [1_832, false],
    ] as const;
    const counts = [];
    for (const [seconds, fresh] of reads) counts.push(await readAt(seconds, fresh));
    expect(counts).toEqual([1, 1, 2, 3, 3, 4, 4, 5]);
  } finally {
    Date.now = now;
  }
});

it('a password that is wrong and was not rotated is sent once', async () => {
  secrets.set('ssh', wrong());
  const { outcome, refused, logins } = await probeWith([{ secret: 'ssh' }]);
  expect(outcome).toMatchObject({ kind: 'failed', class: 'auth-failed' });
  expect(refused).toBe(1);
  expect(logins).toMatchObject({ proven: false, failuresInARow: 1 });
});

it('the first secret whose match fits the target is its own, and no other is read', async () => {
  secrets.set('core', right());
  asked.length = 0;
  const { outcome } = await probeWith([
    { secret: 'edge', match: { addresses: ['192.0.2.0/24'] } },
    { secret: 'named', match: { names: ['nobody-*'] } },
    { secret: 'core', match: { addresses: lab.scope } },
    { secret: 'rest' },
  ]);
  expect(outcome).toMatchObject({ kind: 'visited' });
  expect(new Set(asked)).toEqual(new Set(['core']));
});

it('a secret that is no credential is an error that does not tell what it holds', async () => {
  secrets.set('ssh', 'hunter2: not JSON');
  const reader = secretReader({ endpoint });
  await expect(reader.read('ssh')).rejects.toThrow('the secret ssh is not JSON with a "username"');
});
