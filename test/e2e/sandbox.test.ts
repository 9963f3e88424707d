import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SandboxedFunction } from '../../cli/engine/sandbox-data.ts';
import { sandboxPool, type SandboxPool } from '../../cli/engine/sandbox-pool.ts';
import { startLab, type Lab } from '../../lab/start-lab.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import type { RunEvent } from '../../shared/ports/events.ts';
import { planWave } from '../../shared/steps/plan-wave.ts';
import { reapSessions } from '../../shared/steps/reap-sessions.ts';
import { startRun } from '../../shared/steps/start-run.ts';
import { recordedEvents } from '../helpers/recorded-events.ts';
import { startTable, type TestTable } from '../helpers/table.ts';
import { openOnDevices } from './walk/walk-lab.ts';

const workerFile = (name: string): string => fileURLToPath(new URL(`../helpers/${name}.ts`, import.meta.url));

/** A probe does not begin where its invocation has less than this and what closing needs. */
const PROBE_SECONDS = 6;
const LIMIT_MS = 11_500;

let lab: Lab;
let table: TestTable;
let pool: SandboxPool;
let interrupt: AbortController;
let events: RunEvent[];
let runId: string;
let count = 0;

beforeAll(async () => {
  // Slow enough that a probe has its session open for a while.
  [lab, table] = await Promise.all([startLab({ topology: 'line', size: 6, latencyMs: 60 }), startTable()]);
});
afterAll(() => Promise.all([lab.close(), table.close()]));
beforeEach(async () => {
  count += 1;
  runId = `run-${count}`;
  events = [];
  interrupt = new AbortController();
  const addresses = lab.truth.devices.map((device) => device.addresses[0] ?? '');
  const input = {
    ...{ network: `net-${count}`, seeds: addresses, scope: lab.scope },
    probeTimeoutSeconds: PROBE_SECONDS,
  };
  const ports = { store: table.store, clock: systemClock, events: recordedEvents() };
  await startRun({ ...ports, resolver: { lookup: async () => [] } }, { runId, input });
});
afterEach(async () => {
  await pool.close();
  expect(await openOnDevices(lab)).toEqual({});
});

function open(worker: string, concurrency = 4): void {
  pool = sandboxPool({
    data: {
      endpoint: table.endpoint,
      table: table.table,
      credentials: [{ credential: lab.credential }],
      dialMap: lab.dialMap,
    },
    concurrency,
    onEvent: (event) => events.push(event),
    interrupted: interrupt.signal,
    workerFile: workerFile(worker),
  });
}

const addressOf = (index: number): string => lab.truth.devices[index]?.addresses[0] ?? '';
let requests = 0;
const probe = (
  targetId: string,
  more: object = {},
  timeoutMs = 30_000,
  fn: SandboxedFunction = 'probeDevice',
) =>
  pool.invoke(
    { id: `request-${(requests += 1)}`, fn, name: 'probe-device', payload: { runId, targetId, ...more } },
    timeoutMs,
  );
const later = (ms: number) => ({ ...systemClock, now: () => Date.now() + ms });
const rows = () => table.store.listSessions(runId);

describe('a probe in a worker', () => {
  it('visits its device, tells what happens meanwhile, and answers {}', async () => {
    open('misbehaving-worker');
    expect(await probe(addressOf(0))).toEqual({});
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'probe-started',
        'session-opened',
        'session-closed',
        'probe-finished',
      ]) as string[],
    );
    expect(await rows()).toMatchObject([{ state: 'closed', proof: 'peer-fin' }]);
  });

  it('that blocks its event loop is ended at its limit; its row is flagged, its target comes back and is visited', async () => {
    open('misbehaving-worker', 1);
    // The worker is up then: a busy machine may take seconds for that, and the limit counts from the invocation.
    await probe(addressOf(5));
    const target = addressOf(1);
    const blocked = probe(target, { does: 'blocks', afterMs: 700 }, LIMIT_MS);
    await expect(blocked).rejects.toMatchObject({ name: 'Sandbox.Timedout' });
    const row = (await rows()).find(({ targetId }) => targetId === target);
    expect(row).toMatchObject({
      state: expect.stringMatching(/^open/) as string,
      requestId: `request-${requests}`,
    });
    // The thread is gone, and with it the sockets: the device has its line back.
    expect(await openOnDevices(lab)).toEqual({});
    const ports = { store: table.store, clock: later(20_000), events: recordedEvents() };
    expect(await reapSessions(ports, { runId })).toMatchObject({ flagged: 1, leaked: 1 });
    const flagged = (await rows()).find(({ targetId }) => targetId === target);
    expect(flagged?.leakEvidence).toContain(`request-${requests}`);
    const loop = { runId, wave: 1, concurrency: 1 };
    expect((await planWave(ports, loop)).items).toContainEqual({ runId, targetId: target });
    // A new worker stands in its place.
    expect(await probe(target)).toEqual({});
    expect(await table.store.getTarget(runId, target)).toMatchObject({ status: 'done', attempts: 2 });
  });

  it('that never settles is ended as well, though its session was closed', async () => {
    open('misbehaving-worker', 1);
    await probe(addressOf(5));
    const hung = probe(addressOf(2), { does: 'hangs' }, LIMIT_MS);
    await expect(hung).rejects.toMatchObject({ name: 'Sandbox.Timedout' });
    expect((await rows()).map(({ state }) => state)).toEqual(['closed', 'closed']);
    expect(await probe(addressOf(3))).toEqual({});
  });

  it('whose worker exits is lost at once, and leaves a row that is found', async () => {
    open('misbehaving-worker', 1);
    const lost = probe(addressOf(4), { does: 'exits', afterMs: 700 });
    await expect(lost).rejects.toMatchObject({ name: 'Lambda.Unknown' });
    expect(await rows()).toMatchObject([{ state: expect.stringMatching(/^open/) as string }]);
    const ports = { store: table.store, clock: later(60_000), events: recordedEvents() };
    expect(await reapSessions(ports, { runId })).toMatchObject({ flagged: 1 });
    expect(await probe(addressOf(5))).toEqual({});
  });

  it('fails at once when its worker cannot be loaded, and says why', async () => {
    open('broken-worker');
    await expect(probe(addressOf(0))).rejects.toMatchObject({
      name: 'Lambda.Unknown',
      message: expect.stringContaining('the module cannot be loaded') as string,
    });
  });

  it('keeps the name of an error that its handler throws', async () => {
    open('misbehaving-worker');
    await expect(probe('', { targetId: null })).rejects.toMatchObject({ name: 'TypeError' });
    await expect(probe('', { does: 'throws' })).rejects.toMatchObject({
      name: 'ProvisionedThroughputExceededException',
      message: 'slow down',
    });
  });

  it('closes its session when the run is interrupted, in every worker, and its target is pending again', async () => {
    open('misbehaving-worker', 6);
    const probes = lab.truth.devices.map((_, index) => probe(addressOf(index)));
    while (events.filter(({ type }) => type === 'session-opened').length < 2) await systemClock.sleep(10);
    interrupt.abort();
    await Promise.all(probes);
    for (const row of await rows()) expect(['closed', 'never-opened']).toContain(row.state);
    const targets = await table.store.listTargets(runId);
    expect(targets.filter(({ status }) => status === 'active')).toEqual([]);
    expect(targets.some(({ status }) => status === 'pending')).toBe(true);
  });
});
