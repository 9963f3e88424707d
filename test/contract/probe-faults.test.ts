import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLab, type Lab } from '../../lab/start-lab.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { planWave } from '../../shared/steps/plan-wave.ts';
import { probeDevice } from '../../shared/steps/probe-device.ts';
import { reapSessions } from '../../shared/steps/reap-sessions.ts';
import { startRun } from '../../shared/steps/start-run.ts';
import { openOnDevices } from '../e2e/walk/walk-lab.ts';
import { mortalPorts, type Blow } from '../helpers/mortal-ports.ts';
import { recordedEvents } from '../helpers/recorded-events.ts';
import { startTable, type TestTable } from '../helpers/table.ts';

/**
 * A probe killed, and its store failing, at each step that it takes: calls of the store and what the connection tells, one after
 * the other. After each, the ledger must tell the truth, the device must be free, and the next probe must visit the target.
 */
let table: TestTable;
let lab: Lab;
beforeAll(async () => {
  [table, lab] = await Promise.all([startTable(), startLab({ topology: 'line', size: 4 })]);
});
afterAll(() => Promise.all([table.close(), lab.close()]));

const LIMIT_MS = 30_000;
const printed: string[] = [];
let count = 0;

interface Outcome {
  readonly step: string | undefined;
  readonly steps: readonly string[];
  readonly ledger: string;
}

/** One probe of one device with one blow, and what became of it; the clock of each starts long after all leases of the last. */
async function strike(blow: Blow, at: number, downFor = 1): Promise<Outcome> {
  count += 1;
  const runId = `run-${count}`;
  const offset = count * 3_600_000;
  const clockAt = (more: number) => ({ ...systemClock, now: () => Date.now() + offset + more });
  const { store } = table;
  const targetId = lab.truth.devices[count % lab.truth.devices.length]?.addresses[0] ?? '';
  const input = { network: `net-${count}`, seeds: [targetId], scope: lab.scope, maxDepth: 0 };
  const quiet = { store, events: recordedEvents() };
  await startRun({ ...quiet, clock: clockAt(0), resolver: { lookup: async () => [] } }, { runId, input });
  const mortal = mortalPorts({ lab, store, clock: clockAt(0), blow, at, downFor });
  const invocation = { requestId: 'struck', endsAt: clockAt(0).now() + LIMIT_MS };
  const probe = probeDevice(mortal.ports, { runId, targetId }, invocation).catch(() => undefined);
  let over = false;
  void probe.then(() => (over = true));
  while (!over && !mortal.isDead()) await systemClock.sleep(2);
  expect(await openOnDevices(lab)).toEqual({});
  // Its invocation is over: what it left behind is flagged, and only that.
  const left = (await store.listSessions(runId)).filter(({ state }) =>
    /^(opening|open|closing)$/.test(state),
  );
  const late = clockAt(LIMIT_MS + 11_000);
  const swept = await reapSessions({ ...quiet, clock: late }, { runId });
  expect(swept.flagged).toBe(left.length);
  for (const row of await store.listSessions(runId)) {
    expect(['closed', 'never-opened', 'leaked']).toContain(row.state);
    if (row.state === 'closed') expect(row.proof).toBe('peer-fin');
  }
  // The target comes back, or is done; a second probe finds nothing in its way.
  await planWave({ ...quiet, clock: late }, { runId, wave: 0, concurrency: 1 });
  const second = mortalPorts({ lab, store, clock: late });
  const again = { requestId: 'second', endsAt: late.now() + LIMIT_MS };
  await probeDevice(second.ports, { runId, targetId }, again);
  const target = await store.getTarget(runId, targetId);
  expect(target?.status).toBe('done');
  expect(await openOnDevices(lab)).toEqual({});
  const rows = (await store.listSessions(runId)).map(({ requestId, state }) => `${requestId} ${state}`);
  return { step: mortal.steps[at], steps: mortal.steps, ledger: rows.sort().join(', ') };
}

async function everyStep(blow: Blow, downFor = 1): Promise<number> {
  const { steps } = await strike('none', -1);
  let struck = 0;
  // A struck probe may take other steps than a healthy one: as many are tried as any has taken.
  for (let at = 0; at < steps.length; at += 1) {
    // What a connection tells is no call that could fail.
    if (blow === 'store-fails' && !((steps[at] ?? '') in table.store)) continue;
    const { step, ledger } = await strike(blow, at, downFor);
    if (step === undefined) break;
    struck += 1;
    printed.push(`${blow.padEnd(12)} ${String(at).padStart(3)} ${step.padEnd(20)} ${ledger}`);
  }
  return struck;
}

describe('a probe', () => {
  afterAll(() =>
    console.log([...printed, `${printed.length} of ${printed.length} blows as specified`].join('\n')),
  );

  it('that is killed at any step leaves a ledger that tells the truth, a free device and a target that is visited', async () => {
    expect(await everyStep('kill')).toBeGreaterThan(25);
  });

  it('whose store fails at any call does as well', async () => {
    expect(await everyStep('store-fails')).toBeGreaterThan(20);
  });

  it('whose store is down from any call on does as well', async () => {
    expect(await everyStep('store-fails', 1_000)).toBeGreaterThan(20);
  });
});
