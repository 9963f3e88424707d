import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';
import { startLab, type Lab } from '../../lab/start-lab.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { ENV, type FunctionName } from '../../shared/names.ts';
import type { RunSummary } from '../../shared/model/run.ts';
import { session } from '../contract/store-fixtures.ts';
import { runInjected, type Handler, type Handlers } from '../e2e/workflow/injected-run.ts';
import { openOnDevices } from '../e2e/walk/walk-lab.ts';
import { hasSshd, startSshd } from '../helpers/real-sshd.ts';
import { startTable, type TestTable } from '../helpers/table.ts';
import { startFakeServices, type FakeServices } from './fake-services.ts';
import { lookedAt } from './looked-at.ts';
import { measure, type LogLine } from './metric-filters.ts';
import { everything } from './stack-settings.ts';
import { synthesise } from './synthesise.ts';

const outDir = mkdtempSync(join(tmpdir(), 'netwalker-bundles-'));
let folders: Record<FunctionName, string>;

beforeAll(async () => {
  folders = await bundleFunctions(outDir);
});
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

describe('the bundles', () => {
  it('load without node_modules; errors keep the names that Step Functions matches and point at the sources', () => {
    // As Lambda does, far from any node_modules and in an empty environment.
    const script = `
      const context = { awsRequestId: 'r', getRemainingTimeInMillis: () => 30000 };
      for (const folder of ${JSON.stringify(Object.values(folders))})
        require(folder + '/index.js').handler({}, context).then(() => console.log('no error'), (e) => console.log(e.stack));`;
    const flags = ['--enable-source-maps', '-e', script];
    const printed = execFileSync(process.execPath, flags, { encoding: 'utf8', env: {}, cwd: outDir });
    const message =
      'UsageError: the environment variable NETWALKER_TABLE is not set: the stack sets it on every function';
    expect(printed.split('\n').filter((line) => line.startsWith('UsageError'))).toEqual(
      Array(6).fill(message),
    );
    expect(printed.match(/functions\/lambda-wiring\/base-wiring\.ts:\d+/g)).toHaveLength(6);
  });

  it('hold none of what is left out, and read later what is seldom needed', () => {
    const text = (file: string) => readFileSync(join(folders.probeDevice, file), 'utf8');
    for (const part of ['index.js', 'libraries.js']) {
      // ssh2's SFTP, its agents, a native addon; bcrypt; the parsers.
      for (const absent of ['posix-rename', 'pageant', 'sshcrypto.node', 'bcrypt_pbkdf', 'lldpNeighbors'])
        expect(text(part).includes(absent), `${absent} in ${part}`).toBe(false);
      // One character beyond would double what a file takes in memory, and the time to read it.
      expect(text(part)).toMatch(/^[\x00-\x7f]*$/);
    }
    expect(text('passphrases.js')).toContain('bcrypt_hash');
    expect(text('parse-output.js')).toContain('lldpNeighbors');
  });

  it('stay small, source maps included: the probe, which starts most often, under 1.5 MB', () => {
    const bytes = (folder: string): number =>
      readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    expect(bytes(folders.probeDevice)).toBeLessThan(1_500_000);
    for (const [name, folder] of Object.entries(folders)) expect(bytes(folder), name).toBeLessThan(1_500_000);
  });
});

/**
 * What deploys, as it deploys: the built bundles with their own wiring from the environment, under the workflow's text, with a healthy
 * device, one that takes no password, one that never answers a FIN, a closed port, and two sessions that somebody lost.
 */
describe('a run of the built bundles', () => {
  const runId = 'bundled';
  const before = { ...process.env };
  let lines: readonly LogLine[] = [];
  let table: TestTable;
  let lab: Lab;
  let services: FakeServices;
  let end: string;
  let summary: RunSummary | undefined;

  beforeAll(async () => {
    const faults = { 'line-003': 'wrong-password', 'line-004': 'socket-stays-open' } as const;
    [table, lab] = await Promise.all([startTable(), startLab({ topology: 'line', size: 4, faults })]);
    services = await startFakeServices(lab.credential);
    Object.assign(process.env, environment(table, services));
    const bundled = bundledHandlers(folders);
    const { lost, handlers } = withLostSessions(runId, table, bundled.handlers);
    await lost('LOST-1');
    const input = { network: 'bundles', seeds: seedsOf(lab), scope: ['127.0.0.0/8'], reclaim: true };
    const run = { runId, input, handlers, clock: systemClock, injection: null, endsInMs: 30_000 };
    ({ end } = await runInjected(run).finally(bundled.restore));
    lines = bundled.lines;
    ({ summary } = (await table.store.getRun(runId)) ?? {});
  });
  afterAll(async () => {
    process.env = before;
    services.close();
    await Promise.all([lab.close(), table.close()]);
  });

  it('walks, closes every session and leaves the ledger that the sources do', async () => {
    expect(end).toBe('succeeded');
    expect(summary).toMatchObject({
      status: 'succeeded',
      devices: 3,
      failures: { 'auth-failed': 1, refused: 1 },
      sessions: { leaked: 2, unconfirmed: 1 },
    });
    expect(await openOnDevices(lab)).toEqual({});
    const states = (await table.store.listSessions(runId)).map(({ state }) => state).sort();
    expect(states).toEqual([...Array<string>(4).fill('closed'), 'leaked', 'leaked', 'never-opened']);
    for (const row of await table.store.listSessions(runId)) {
      // Only the table's own business: nobody reads when an item expires.
      expect(row).not.toHaveProperty('expiresAt');
    }
  });

  it('tells the bus of each leak and of its end', () => {
    expect(services.events.map(({ DetailType }) => DetailType).sort()).toEqual([
      'RunCompleted',
      'SessionLeaked',
      'SessionLeaked',
    ]);
    for (const { Source, EventBusName } of services.events) {
      expect([Source, EventBusName]).toEqual(['netwalker', 'default']);
    }
  });

  it('writes the lines that the metric filters of the stack count, each in the log group that it is looked for in', () => {
    const measured = measure(synthesise(everything), lines);
    const total = (metric: string): number =>
      measured.filter((each) => each.metric === metric).reduce((sum, { values }) => sum + values.length, 0);
    expect(Object.fromEntries(measured.map(({ metric }) => [metric, total(metric)]))).toEqual({
      DevicesVisited: 3,
      ProbesFailed: 2,
      FailuresByClass: 2,
      LoginsRefused: 1,
      SessionsOpened: summary?.sessions.opened,
      SessionsClosed: 4,
      SessionsUnconfirmed: 1,
      SessionsLeaked: 2,
      CloseDuration: 4,
      ProbeDuration: 5,
      WaveDuration: 1,
    });
    for (const { metric, values } of measured) {
      expect(values.length, metric).toBeGreaterThan(0);
      for (const value of values) expect(value, metric).toBeGreaterThanOrEqual(0);
    }
    expect(measured.flatMap(({ dimensions }) => dimensions).sort()).toEqual([
      'Class=auth-failed',
      'Class=refused',
    ]);
  });

  it('so that alarms and dashboard look at metrics that there are, with the names, namespaces and dimensions of these', () => {
    const measured = measure(synthesise(everything), lines);
    const written = new Set(measured.map(({ namespace, metric }) => `${namespace} ${metric}`));
    const looked = lookedAt();
    expect(looked.ours.length).toBeGreaterThan(8);
    expect(looked.ours.filter((metric) => !written.has(metric))).toEqual([]);
    // And nothing is written that nobody looks at.
    expect([...written].filter((metric) => !looked.ours.includes(metric))).toEqual([]);
    expect(new Set(looked.awsDimensions)).toEqual(
      new Set(['AWS/Lambda FunctionName', 'AWS/SQS QueueName', 'AWS/States StateMachineArn']),
    );
  });
});

describe.skipIf(!hasSshd)('a bundled probe of a real OpenSSH server', () => {
  it('logs in with a private key that has a passphrase, whose reading the bundle loads when it is met', async () => {
    const before = { ...process.env };
    const [table, sshd] = await Promise.all([startTable(), startSshd([], {}, 'correct horse')]);
    const services = await startFakeServices(sshd.credential);
    Object.assign(process.env, environment(table, services));
    const bundled = bundledHandlers(folders);
    const input = { network: 'passphrase', seeds: [`127.0.0.1:${sshd.port}`], scope: ['127.0.0.1/32'] };
    const run = { runId: 'passphrase', input, clock: systemClock, injection: null, endsInMs: 30_000 };
    try {
      await runInjected({ ...run, handlers: bundled.handlers }).finally(bundled.restore);
      const { summary } = (await table.store.getRun('passphrase')) ?? {};
      expect(summary).toMatchObject({ devices: 1, failures: {} });
      expect((await table.store.listSessions('passphrase')).map(({ state }) => state)).toEqual(['closed']);
      expect(await sshd.settled()).toBe(0);
    } finally {
      process.env = before;
      services.close();
      await Promise.all([sshd.stop(), table.close()]);
    }
  });
});

/** What the stack sets on its functions, with the services of this process. */
const environment = ({ table, endpoint }: TestTable, services: FakeServices): Record<string, string> => ({
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_ENDPOINT_URL_SECRETS_MANAGER: services.endpoint,
  AWS_ENDPOINT_URL_EVENTBRIDGE: services.endpoint,
  [ENV.table]: table,
  [ENV.endpoint]: endpoint,
  [ENV.credentials]: JSON.stringify([{ secret: 'netwalker/ssh' }]),
  [ENV.keepRunsDays]: '30',
  [ENV.eventBus]: 'default',
});

/** The handlers of the bundles as a new sandbox loads them, and every line that they log with the function that wrote it. */
function bundledHandlers(from: Record<FunctionName, string>) {
  const require = createRequire(import.meta.url);
  for (const file of Object.keys(require.cache)) if (file.startsWith(outDir)) delete require.cache[file];
  const lines: LogLine[] = [];
  // States follow each other: only probes run at the same time, and these are all of one function.
  let writer = '';
  const note = (text: string | Uint8Array): boolean => {
    for (const line of String(text)
      .split('\n')
      .filter((each) => each.startsWith('{'))) {
      lines.push({ writer, entry: JSON.parse(line) as Record<string, unknown> });
    }
    return true;
  };
  const streams = [process.stdout, process.stderr].map((each) =>
    vi.spyOn(each, 'write').mockImplementation(note),
  );
  const handlers = mapNames(from, (folder, name) => {
    const { handler } = require(join(folder, 'index.js')) as { handler: Handler };
    return async (event, context) => {
      writer = `${name[0]?.toUpperCase()}${name.slice(1)}`;
      return handler(event, context);
    };
  });
  return { handlers, lines, restore: () => streams.forEach((each) => each.mockRestore()) };
}

/** One session is lost before the run begins, so that a sweep finds it; one before it ends, so that its end does. */
function withLostSessions(runId: string, table: TestTable, handlers: Handlers) {
  const closed = { deadline: 1, address: '127.0.0.1', port: 1, targetId: '127.0.0.1:1' };
  const lost = (id: string) => table.store.sessionOpening(session(runId, id, closed));
  const finishRun: Handler = async (event, context) => {
    await lost('LOST-2');
    return handlers.finishRun(event, context);
  };
  return { lost, handlers: { ...handlers, finishRun } };
}

/** Bundles dial what they are told to: devices at the lab's own ports, and one port that is closed. */
const seedsOf = (lab: Lab): string[] => [
  ...lab.truth.devices.map(({ addresses }) => {
    const { host = '', port = 0 } = lab.dialMap[`${addresses[0]}:22`] ?? {};
    return `${host}:${port}`;
  }),
  '127.0.0.2:1',
];

const mapNames = (
  record: Record<FunctionName, string>,
  make: (value: string, name: string) => Handler,
): Handlers =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, make(value, name)])) as Record<
    FunctionName,
    Handler
  >;
