import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mappedDialer, type DialMap } from '../cli/engine/mapped-dialer.ts';
import { documentClient } from '../shared/adapters/dynamodb/client.ts';
import { dynamodbStore } from '../shared/adapters/dynamodb/store.ts';
import { ssh2Port } from '../shared/adapters/ssh2/connect.ts';
import { staticCredentials } from '../shared/adapters/static-credentials/credentials.ts';
import { systemClock } from '../shared/adapters/system/clock.ts';
import { ulidIds } from '../shared/adapters/ulid/ids.ts';
import type { Credential } from '../shared/model/credential.ts';
import { finishRun } from '../shared/steps/finish-run.ts';
import { inParallel } from '../shared/steps/in-parallel.ts';
import { probeDevice } from '../shared/steps/probe-device.ts';
import { startRun } from '../shared/steps/start-run.ts';

const SESSIONS = Number(process.env['NETWALKER_SOAK_SESSIONS'] ?? 5_000);
const CONCURRENCY = 50;
const REPORT_EVERY = 500;

interface World {
  readonly endpoint: string;
  readonly dialMap: DialMap;
  readonly credential: Credential;
  readonly scope: readonly string[];
  readonly addresses: readonly string[];
  readonly faulty: number;
}

interface Sample {
  readonly sessions: number;
  readonly fds: number;
  readonly rssMb: number;
  readonly heapMb: number;
  /** Buffers and what else stands outside of the heap and is known to it. */
  readonly outsideMb: number;
  readonly open: number;
}

/** Thousands of sessions through one process, one device in five at fault: descriptors and memory must stay flat, nothing open. */
export async function run(): Promise<void> {
  const child = fork(fileURLToPath(new URL('./soak-world.ts', import.meta.url)));
  const [{ world }] = (await once(child, 'message')) as [{ world: World }];
  const client = documentClient({ endpoint: world.endpoint });
  const store = dynamodbStore({ client, table: 'netwalker' });
  const quiet = { store, clock: systemClock, events: { emit: () => undefined } };
  const ports = {
    ...quiet,
    ssh: ssh2Port({ dialer: mappedDialer(world.dialMap) }),
    credentials: staticCredentials(world.credential),
    ids: ulidIds,
  };
  const states = new Map<string, number>();
  const samples: Sample[] = [];
  const begun = performance.now();
  let sessions = 0;
  console.log(
    `devices ${world.addresses.length}, of them at fault ${world.faulty}, ${CONCURRENCY} probes at once`,
  );
  console.log('sessions      rate  descriptors   rss MB  heap MB  outside MB  open on devices');
  while (sessions < SESSIONS) {
    const runId = ulidIds.next();
    const settings = {
      ...{ network: 'soak', seeds: world.addresses, scope: world.scope, maxDepth: 0, probeTimeoutSeconds: 3 },
      lines: { retries: 0, retryAfterSeconds: 1 },
      auth: { failuresInARow: 1_000, pauseSeconds: 1 },
    };
    await startRun({ ...quiet, resolver: { lookup: async () => [] } }, { runId, input: settings });
    await inParallel(world.addresses, CONCURRENCY, async (targetId) => {
      const invocation = { requestId: ulidIds.next(), endsAt: Date.now() + 20_000 };
      await probeDevice(ports, { runId, targetId }, invocation);
    });
    await finishRun(quiet, { runId, status: 'succeeded' });
    for (const { state } of await store.listSessions(runId)) {
      states.set(state, (states.get(state) ?? 0) + 1);
      sessions += 1;
    }
    if (Math.floor(sessions / REPORT_EVERY) > samples.length - 1) {
      const sample = { sessions, ...measure(), open: await openOn(child) };
      samples.push(sample);
      const rate = sessions / ((performance.now() - begun) / 1000);
      const cells = [
        sample.sessions,
        `${rate.toFixed(0)}/s`,
        sample.fds,
        sample.rssMb,
        sample.heapMb,
        sample.open,
      ];
      console.log(
        cells.map((cell, at) => String(cell).padStart([8, 10, 13, 9, 9, 12, 17][at] ?? 8)).join(''),
      );
    }
  }
  report(samples, states);
  client.destroy();
  child.kill();
}

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

function measure(): Pick<Sample, 'fds' | 'rssMb' | 'heapMb' | 'outsideMb'> {
  gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  const mb = (bytes: number): number => Math.round(bytes / 2 ** 20);
  return {
    fds: readdirSync('/proc/self/fd').length,
    rssMb: mb(rss),
    heapMb: mb(heapUsed),
    outsideMb: mb(external),
  };
}

/** What the devices count themselves; their side of a socket may learn of its end a moment later. */
async function openOn(child: ChildProcess): Promise<number> {
  let open = -1;
  for (let tries = 0; tries < 40 && open !== 0; tries += 1) {
    child.send('count');
    [{ open }] = (await once(child, 'message')) as [{ open: number }];
    if (open > 0) await systemClock.sleep(50);
  }
  return open;
}

function report(samples: readonly Sample[], states: ReadonlyMap<string, number>): void {
  const half = samples.slice(Math.floor(samples.length / 2));
  for (const key of ['fds', 'rssMb', 'heapMb', 'outsideMb'] as const) {
    console.log(`${key.padEnd(9)} ${slope(half, key).toFixed(2)} per 1,000 sessions, over the second half`);
  }
  console.log(`ledger  ${[...states].map(([state, number]) => `${number} ${state}`).join(', ')}`);
  const unended = ['opening', 'open', 'closing'].reduce((sum, state) => sum + (states.get(state) ?? 0), 0);
  const open = samples.at(-1)?.open ?? -1;
  console.log(`open on the devices ${open}, neither ended nor flagged ${unended}`);
  if (open !== 0 || unended !== 0) process.exitCode = 1;
}

/** Least squares, per 1,000 sessions. */
function slope(samples: readonly Sample[], key: 'fds' | 'rssMb' | 'heapMb' | 'outsideMb'): number {
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const x = mean(samples.map(({ sessions }) => sessions));
  const y = mean(samples.map((sample) => sample[key]));
  const over = samples.reduce((sum, sample) => sum + (sample.sessions - x) * (sample[key] - y), 0);
  const under = samples.reduce((sum, sample) => sum + (sample.sessions - x) ** 2, 0);
  return under === 0 ? 0 : (over / under) * 1000;
}
