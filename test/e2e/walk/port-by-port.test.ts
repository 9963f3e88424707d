import { afterEach, describe, expect, test } from 'vitest';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';
import type { Fault } from '../../../lab/fault.ts';
import { startLab, type Lab } from '../../../lab/start-lab.ts';
import { findPlatform } from '../../../shared/platform/platforms.ts';
import { Answers } from '../../../shared/steps/answers.ts';
import { parseNeighbors, readNeighborOutputs } from '../../../shared/steps/read-neighbors.ts';
import { loadTopology } from '../../../shared/steps/load-topology.ts';
import { manualClock } from '../../helpers/manual-clock.ts';
import { runQuickly } from '../../helpers/session-run.ts';
import { openOnDevices, startLabWalk } from './walk-lab.ts';

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const started of running.splice(0)) await started.close();
});

/** With `detail`, without it, and with units behind its ports. */
const JUNOS = ['jun-01', 'jun-02', 'jun-03'] as const;
const FAULTS: readonly (readonly [string, Fault | undefined])[] = [
  ['in JSON', undefined],
  ['in text', 'text-only'],
];

describe.each(FAULTS)('a Junos that tells management addresses one interface at a time, %s', (_, fault) => {
  test.each(JUNOS)(
    '%s is a way to all its neighbors',
    async (name) => {
      const walking = await startLabWalk({
        topology: 'mixed',
        ...(fault ? { faults: { [name]: fault } } : {}),
      });
      running.push(walking);
      const { lab, store } = walking;
      const { addresses = [] } = lab.truth.devices.find((device) => device.name === name) ?? {};
      const links = lab.truth.links.filter(({ a, b }) => a.device === name || b.device === name);
      const summary = await walking.walk({ seeds: addresses.slice(0, 1), maxDepth: 1 });
      expect(summary).toMatchObject({ status: 'succeeded', failures: {} });
      const map = await loadTopology(store, lab.network);
      const visited = map.devices
        .filter((device) => device.visited)
        .map((device) => device.name.split('.')[0]);
      const expected = new Set(links.flatMap(({ a, b }) => [a.device, b.device]));
      expect(visited.sort()).toEqual([...expected].sort());
      expect(await openOnDevices(lab)).toEqual({});
    },
    120_000,
  );
});

/** The neighbors of a device of the lab, with so many milliseconds by a clock that each look moves by one second. */
async function neighborsWithin(lab: Lab, name: string, timeMs: number) {
  const { addresses = [] } = lab.truth.devices.find((device) => device.name === name) ?? {};
  const platform = findPlatform('juniper_junos');
  const clock = manualClock();
  const until = clock.now() + timeMs;
  const ticking = {
    ...clock,
    now: () => {
      clock.advance(1_000);
      return clock.now();
    },
  };
  const result = await runQuickly({
    dialer: mappedDialer(lab.dialMap),
    request: { address: addresses[0] ?? '', credential: lab.credential, ...(platform ? { platform } : {}) },
    work: async (session) => {
      const answers = new Answers(session);
      const read = await readNeighborOutputs(session, answers, { clock: ticking, until });
      const entries = await parseNeighbors(session.platform.id, read.outputs);
      return { ...read, entries, worked: answers.worked };
    },
  });
  expect(result.close?.proof).toBe('peer-fin');
  if (!result.value) throw new Error(result.failure?.reason ?? 'no result');
  return result.value;
}

describe('asking port by port', () => {
  test('goes to one port of each neighbor first, ends with the time, and says what was left out', async () => {
    const lab = await startLab({ topology: 'mixed' });
    running.push(lab);
    const all = await neighborsWithin(lab, 'jun-02', 1_000_000);
    const isAddressed = ({ managementAddresses }: { managementAddresses: readonly string[] }) =>
      managementAddresses.length > 0;
    expect([all.entries.length, all.entries.every(isAddressed), all.unaskedPorts]).toEqual([8, true, 0]);
    expect(all.entries.every(({ capabilities }) => capabilities.includes('Router'))).toBe(true);
    expect(all.worked).toEqual({
      'show lldp neighbors detail | display json': 'show lldp neighbors | display json',
      'show lldp neighbors interface {port} | display json':
        'show lldp neighbors interface {port} | display json',
    });
    // Two cables lead to one of the seven neighbors: its second port is the one that there is no time for.
    const most = await neighborsWithin(lab, 'jun-02', 16_000);
    const missing = most.entries.filter((entry) => !isAddressed(entry));
    expect([most.unaskedPorts, missing.map(({ remoteName }) => remoteName)]).toEqual([1, ['nx-02']]);
    const none = await neighborsWithin(lab, 'jun-02', 500);
    expect([none.unaskedPorts, none.entries.length, none.entries.some(isAddressed)]).toEqual([8, 8, false]);
    expect(await openOnDevices(lab)).toEqual({});
  });

  test('is left out where the listing told the addresses', async () => {
    const lab = await startLab({ topology: 'mixed' });
    running.push(lab);
    const { worked, entries, outputs } = await neighborsWithin(lab, 'jun-01', 1_000_000);
    expect(worked).toEqual({
      'show lldp neighbors detail | display json': 'show lldp neighbors detail | display json',
    });
    expect(entries.map(({ localPort }) => localPort)).not.toContain('513');
    expect(outputs.map(({ details }) => details)).toEqual([undefined]);
    expect(await openOnDevices(lab)).toEqual({});
  });
});
