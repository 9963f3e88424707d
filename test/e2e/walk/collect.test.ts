import { afterEach, describe, expect, test } from 'vitest';
import type { TruthDevice } from '../../../lab/truth.ts';
import type { InterfaceAddress, Vlan } from '../../../shared/model/collected.ts';
import { openOnDevices, startLabWalk, type LabWalk } from './walk-lab.ts';

const COLLECT = ['vlans', 'addresses'] as const;

let walking: LabWalk;
afterEach(() => walking.close());

const vlanTexts = (vlans: readonly Vlan[] = []): readonly string[] =>
  vlans.map(({ id, name }) => `${id} ${name}`).sort();
const addressTexts = (all: readonly InterfaceAddress[] = []): readonly string[] =>
  all.map(({ port, address }) => `${port} ${address}`).sort();
const told = ({ name, vlans, interfaceAddresses }: TruthDevice) => ({
  name,
  vlans: vlanTexts(vlans),
  interfaceAddresses: addressTexts(interfaceAddresses),
});

async function stored() {
  const devices = await walking.store.listDevices(walking.lab.network);
  return devices.map((device) => ({
    name: device.name.split('.')[0] ?? '',
    vlans: vlanTexts(device.vlans),
    interfaceAddresses: addressTexts(device.interfaceAddresses),
    unsupported: device.unsupported ?? [],
  }));
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);

/** The one visit of a walk from a device that goes no further. */
async function visitOf(name: string, more: object) {
  const { lab, store } = walking;
  const seeds = lab.truth.devices.find((device) => device.name === name)?.addresses.slice(0, 1) ?? [];
  const summary = await walking.walk({ seeds, maxDepth: 0, ...more });
  const targets = await store.listTargets(summary.runId);
  const [session] = await store.listSessions(summary.runId);
  expect(await openOnDevices(lab)).toEqual({});
  return { summary, session, outcome: targets.find(({ seed }) => seed)?.outcome };
}

describe('a walk that collects', () => {
  test('reads the VLANs and the addresses of every device, on every platform that lists them', async () => {
    walking = await startLabWalk({ topology: 'mixed' });
    const summary = await walking.walk({ collect: COLLECT });
    expect(summary).toMatchObject({ status: 'succeeded', targets: { failed: 0 }, failures: {} });
    const found = (await stored()).sort(byName);
    const { devices } = walking.lab.truth;
    expect(found.map(({ unsupported: _said, ...rest }) => rest)).toEqual(devices.map(told).sort(byName));
    // An MX routes: it has no such command.
    expect(found.filter(({ unsupported }) => unsupported.includes('show vlans'))).toMatchObject([
      { name: 'jun-03' },
    ]);
    const targets = await walking.store.listTargets(summary.runId);
    const warnings = targets.flatMap(({ outcome }) =>
      outcome?.kind === 'visited' ? (outcome.warnings ?? []) : [],
    );
    expect(warnings).toEqual([]);
    const sessions = await walking.store.listSessions(summary.runId);
    expect(sessions.filter(({ proof }) => proof !== 'peer-fin')).toEqual([]);
    expect(await openOnDevices(walking.lab)).toEqual({});
  });

  test('does not ask for what it was not told to collect, and keeps what an earlier walk collected', async () => {
    walking = await startLabWalk({ topology: 'ring', size: 5 });
    await walking.walk({ collect: ['vlans'] });
    const first = await stored();
    expect(first.some(({ vlans }) => vlans.length > 0)).toBe(true);
    expect(first.every(({ interfaceAddresses }) => interfaceAddresses.length === 0)).toBe(true);
    await walking.walk();
    expect(await stored()).toEqual(first);
    expect(await openOnDevices(walking.lab)).toEqual({});
  });
});

describe('a device that fails while it is collected from', () => {
  test('was visited all the same when it resets the connection, and the outcome says what is missing', async () => {
    walking = await startLabWalk({ topology: 'mixed', faults: { 'ios-01': 'vlans-reset' } });
    const { summary, session, outcome } = await visitOf('ios-01', { collect: ['addresses', 'vlans'] });
    expect(summary).toMatchObject({ status: 'succeeded', targets: { failed: 0 }, failures: {} });
    expect(outcome).toMatchObject({
      kind: 'visited',
      warnings: [expect.stringMatching(/^not all was collected: /)],
    });
    expect(session).toMatchObject({ failureClass: 'closed-early', proof: 'peer-reset' });
    const [device] = (await stored()).filter(({ name }) => name === 'ios-01');
    const truth = walking.lab.truth.devices.find(({ name }) => name === 'ios-01');
    expect(device?.interfaceAddresses).toEqual(addressTexts(truth?.interfaceAddresses));
    expect(device?.vlans).toEqual([]);
  });

  test.each(['cx-01', 'vrp-01', 'srv-01'])(
    'was visited all the same when %s never answers, and its session is closed in time',
    async (name) => {
      walking = await startLabWalk({ topology: 'mixed', faults: { [name]: 'vlans-hang' } });
      const { summary, session, outcome } = await visitOf(name, {
        collect: ['vlans'],
        probeTimeoutSeconds: 4,
      });
      expect(summary).toMatchObject({ status: 'succeeded', targets: { failed: 0 }, failures: {} });
      expect(outcome).toMatchObject({ kind: 'visited', warnings: [expect.stringContaining('collected')] });
      expect(session?.state).toBe('closed');
      expect(session?.proof).not.toBe('unconfirmed');
    },
  );

  test('is not visited when its session ends before the neighbors are read', async () => {
    walking = await startLabWalk({ topology: 'mixed', faults: { 'ios-01': 'resets-mid-output' } });
    const { summary } = await visitOf('ios-01', { collect: COLLECT });
    expect(summary).toMatchObject({ targets: { failed: 1 }, failures: { 'closed-early': 1 } });
  });
});
