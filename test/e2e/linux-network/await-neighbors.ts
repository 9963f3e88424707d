import { setTimeout as sleep } from 'node:timers/promises';
import type { NetworkPlan, PlannedDevice } from './plan-network.ts';
import { runCommand } from './run-command.ts';

/** Until every data port of every device has a neighbor: with 1 s between frames, a few seconds. */
export async function awaitNeighbors(
  { devices }: NetworkPlan,
  initPids: ReadonlyMap<string, number>,
  timeoutMs = 30_000,
): Promise<void> {
  const end = performance.now() + timeoutMs;
  for (const device of devices) {
    for (;;) {
      const silent = await silentPorts(device, initPids.get(device.name)!);
      if (silent.length === 0) break;
      if (performance.now() > end) throw new Error(`${device.name} hears nothing on ${silent.join(', ')}`);
      await sleep(100);
    }
  }
}

async function silentPorts(device: PlannedDevice, initPid: number): Promise<string[]> {
  const inDevice = ['-t', String(initPid), '-m', '-n'];
  const { stdout } = await runCommand('nsenter', [
    ...inDevice,
    'lldpcli',
    '-f',
    'keyvalue',
    'show',
    'neighbors',
  ]);
  // lldp.eth1.via=CDPv2
  const heard = new Set([...stdout.matchAll(/^lldp\.(eth\d+)\.port\./gm)].map(([, port]) => port));
  return Array.from({ length: device.ports }, (_, index) => `eth${index + 1}`).filter(
    (port) => !heard.has(port),
  );
}
