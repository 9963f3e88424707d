import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'ssh2';
import { openLocalStore } from '../cli/engine/local-store.ts';
import { mappedDialer } from '../cli/engine/mapped-dialer.ts';
import { runLocally } from '../cli/engine/run-locally.ts';
import { startLab, type Lab } from '../lab/start-lab.ts';
import { staticCredentials } from '../shared/adapters/static-credentials/credentials.ts';
import { runSettingsSchema } from '../shared/config.ts';
import type { RunSettings } from '../shared/model/run.ts';
import { ms } from './measure.ts';

const SIZE = Number(process.env['NETWALKER_BENCH_DEVICES'] ?? 200);
const CONCURRENCY = 50;

/** A whole walk, ledger and store and map included, beside nothing but logging in to the same devices and out again. */
export async function run(): Promise<void> {
  const lab = await startLab({ topology: 'campus', size: SIZE });
  const folder = await mkdtemp(path.join(tmpdir(), 'netwalker-bench-'));
  try {
    const bare = await timed(() => logInToAll(lab));
    const walk = await timed(() => walkAll(lab, folder));
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(`devices                      ${SIZE}`);
    console.log(`log in and out, bare ssh2    ${ms(bare)}`);
    console.log(`walk                         ${ms(walk)}`);
    console.log(`ratio walk / bare            ${(walk / bare).toFixed(1)}`);
    console.log(`peak memory, lab included    ${peakMb} MB`);
    console.log(`open on the lab's side       ${lab.openSessions()}`);
  } finally {
    await lab.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function walkAll(lab: Lab, folder: string): Promise<void> {
  const local = await openLocalStore(folder);
  const { network, seeds, scope } = lab;
  await runLocally({
    store: local.store,
    settings: runSettingsSchema.parse({ network, seeds, scope, concurrency: CONCURRENCY }) as RunSettings,
    credentials: staticCredentials(lab.credential),
    dialer: mappedDialer(lab.dialMap),
    onEvent: () => undefined,
    interrupted: new AbortController().signal,
  });
  await local.close();
}

async function logInToAll(lab: Lab): Promise<void> {
  const addresses = lab.truth.devices.map((device) => lab.dialMap[`${device.addresses[0]}:22`]);
  const next = addresses.values();
  const worker = async (): Promise<void> => {
    for (const at of next) if (at) await logIn(at.port, lab.credential);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

function logIn(port: number, { username, password }: Lab['credential']): Promise<void> {
  return new Promise((resolve) => {
    const client = new Client();
    client.on('ready', () => client.end()).on('error', () => undefined);
    client.on('close', () => resolve());
    client.connect({
      host: '127.0.0.1',
      port,
      username,
      password,
      algorithms: {
        kex: { append: ['diffie-hellman-group14-sha1'], prepend: [], remove: [] },
        cipher: { append: ['aes128-cbc'], prepend: [], remove: [] },
      },
    });
  });
}
