import { afterEach, describe, expect, it } from 'vitest';
import { runLocally } from '../../../cli/engine/run-locally.ts';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';
import type { Fault } from '../../../lab/fault.ts';
import { startLab, type LabOptions } from '../../../lab/start-lab.ts';
import { staticCredentials } from '../../../shared/adapters/static-credentials/credentials.ts';
import { runSettingsSchema } from '../../../shared/config.ts';
import type { RunSettings, RunSummary } from '../../../shared/model/run.ts';
import type { RunEvent } from '../../../shared/ports/events.ts';
import { openOnDevices, startLabWalk, type LabWalk } from './walk-lab.ts';

let walking: LabWalk;
afterEach(async () => {
  expect(await openOnDevices(walking.lab)).toEqual({});
  await walking.close();
});

async function start(options: LabOptions): Promise<LabWalk> {
  walking = await startLabWalk(options);
  return walking;
}

const everyAddress = (): { readonly addresses: readonly string[] } => ({
  addresses: walking.lab.truth.devices.flatMap(({ addresses }) => addresses),
});

/** A walk with settings and a password of its own; answers what happened too. */
async function walk(
  more: Record<string, unknown>,
  password?: string,
  lab = walking.lab,
): Promise<{ summary: RunSummary; events: RunEvent[] }> {
  const { store } = walking;
  const { network, seeds, scope, credential } = lab;
  const events: RunEvent[] = [];
  const { summary } = await runLocally({
    store,
    settings: runSettingsSchema.parse({ network, seeds, scope, ...more }) as RunSettings,
    credentials: staticCredentials(password === undefined ? credential : { ...credential, password }),
    dialer: mappedDialer(lab.dialMap),
    onEvent: (event) => events.push(event),
    interrupted: new AbortController().signal,
  });
  return { summary, events };
}

describe('two runs of different networks over the same devices', () => {
  it('never have two sessions to one address, and both complete', async () => {
    const { lab } = await start({ topology: 'line', size: 6, latencyMs: 30 });
    const [one, two] = await Promise.all([walk({ network: 'east' }), walk({ network: 'west' })]);
    for (const { summary } of [one, two]) {
      expect(summary).toMatchObject({ status: 'succeeded', devices: 6, failures: {} });
    }
    // Two at most: where a device has two addresses, and nobody knows yet that they are one device's.
    expect(lab.stats().perDevicePeak).toBeLessThanOrEqual(2);
  });

  it('never has two sessions to one device once its addresses are known, whichever it goes to', async () => {
    await start({ topology: 'campus', size: 20 });
    const { addresses } = everyAddress();
    await walk({ seeds: addresses });
    const again = await startLab({ topology: 'campus', size: 20, latencyMs: 20 });
    try {
      // Every address at once: the device decides, not the order in which they were told.
      const { summary } = await walk({ seeds: addresses }, undefined, again);
      expect(summary.failures).toEqual({});
      expect(summary.targets.skipped).toBeGreaterThan(0);
      expect(again.stats().perDeviceLinesPeak).toBe(1);
    } finally {
      await again.close();
    }
  });
});

describe('a device without a free line', () => {
  it('is tried again later, and visited when one is free', async () => {
    const { lab } = await start({ topology: 'line', size: 3, faults: { 'line-003': 'vty-text-twice' } });
    const { summary, events } = await walk({ lines: { retries: 2, retryAfterSeconds: 1 } });
    expect(summary).toMatchObject({ devices: 3, failures: {} });
    const put = events.filter((event) => event.type === 'target-deferred');
    expect(put.map(({ reason }) => reason.replace(/^\S+ /, ''))).toEqual([
      'says that all its lines are taken: tried again in 1 s',
      'says that all its lines are taken: tried again in 2 s',
    ]);
    expect(lab.stats().perDevicePeak).toBe(1);
  });

  it('fails after its last try, and the outcome says how often it was tried', async () => {
    await start({ topology: 'line', size: 2, faults: { 'line-002': 'vty-text' } });
    const { summary } = await walk({ lines: { retries: 1, retryAfterSeconds: 1 } });
    expect(summary).toMatchObject({ failures: { 'vty-exhausted': 1 } });
    const targets = await walking.store.listTargets(summary.runId);
    const failed = targets.find(({ status }) => status === 'failed');
    expect(failed?.outcome).toMatchObject({ reason: expect.stringMatching(/tried 2 times/) as string });
  });
});

describe('a retried connection', () => {
  it.each<Fault>(['close-on-accept', 'reset-on-accept'])('never doubles a session (%s)', async (fault) => {
    const { lab } = await start({ topology: 'line', size: 2, faults: { 'line-002': fault } });
    const { summary } = await walk({});
    expect(summary.targets).toMatchObject({ visited: 1, failed: 1 });
    expect(lab.stats().perDevicePeak).toBe(1);
  });
});

describe('an account that devices refuse', () => {
  it('is tried a few times, and then no more: the rest of the run says so', async () => {
    const { lab } = await start({ topology: 'campus', size: 30 });
    const seeds = lab.truth.devices.map(({ addresses }) => addresses[0] ?? '');
    const { summary } = await walk({ seeds, auth: { failuresInARow: 3, pauseSeconds: 1 } }, 'wrong');
    // Three before it is known, and one canary after each of three pauses.
    expect(lab.stats().refused).toBeLessThanOrEqual(6);
    expect(summary.failures['auth-failed']).toBe(lab.stats().refused);
    expect(summary.failures['auth-paused']).toBe(30 - lab.stats().refused);
  });

  it('goes on when a canary was taken: two devices with another password stop nobody', async () => {
    const faults = { 'acc-001': 'wrong-password', 'acc-002': 'wrong-password' } as const;
    await start({ topology: 'campus', size: 30, faults });
    const { summary } = await walk({ auth: { failuresInARow: 2, pauseSeconds: 1 } });
    expect(summary.failures).toEqual({ 'auth-failed': 2 });
    expect(summary.targets.failed).toBe(2);
    expect(summary.targets.visited).toBeGreaterThanOrEqual(27);
  });
});

describe('an account whose logins are paced', () => {
  it('logs in to one device after the other, and visits them all', async () => {
    await start({ topology: 'line', size: 4 });
    const seeds = walking.lab.truth.devices.map(({ addresses }) => addresses[0] ?? '');
    const { summary } = await walk({ seeds, auth: { loginsPerSecond: 2 } });
    expect(summary).toMatchObject({ devices: 4, failures: {} });
    const at = (await walking.store.listSessions(summary.runId)).map(({ openingAt }) => openingAt);
    // Two in a second, and so in no fewer than two seconds of the clock.
    expect(new Set(at.map((ms) => Math.floor(ms / 1_000))).size).toBeGreaterThanOrEqual(2);
  });
});
