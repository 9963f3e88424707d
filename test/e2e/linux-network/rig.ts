import { readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awaitNeighbors } from './await-neighbors.ts';
import { makeCredential } from './credential.ts';
import type { RigCredential } from './credential.ts';
import { heldSessions, runOnDevice, startSshd, stopSshd } from './device-sshd.ts';
import { planNetwork } from './plan-network.ts';
import type { Cable, NetworkPlan } from './plan-network.ts';
import { newRigId, startRigScript } from './rig-script.ts';
import { runCommand } from './run-command.ts';
import type { CommandResult, RunOptions } from './run-command.ts';
import { summariseSshLogs } from './ssh-log.ts';
import type { SshLogSummary } from './ssh-log.ts';
import { managementNamespace, writePlan } from './write-plan.ts';

export interface Rig {
  readonly truth: {
    readonly devices: readonly { readonly name: string; readonly addresses: readonly string[] }[];
    readonly links: readonly Cable[];
  };
  /** Management address of the first device. */
  readonly seed: string;
  readonly scope: string;
  readonly credential: RigCredential;
  /** An empty directory, removed with the rig. */
  readonly scratch: string;
  /** Runs a command from where the management network can be reached. */
  runInMgmt(command: string, args: readonly string[], options?: RunOptions): Promise<CommandResult>;
  /** Runs a command on a device. */
  runOn(device: string, command: string, args: readonly string[]): Promise<CommandResult>;
  /** What any device still holds of an SSH session, a process or a connection: `core-01: sshd: root@notty`. */
  openSshSessions(): string[];
  /** What sshd wrote down, of one device or of all. */
  sshLog(device?: string): Promise<SshLogSummary>;
  /** Ends the sshd of a device: its port refuses from then on. */
  stopSshd(device: string): Promise<void>;
  startSshd(device: string): Promise<void>;
  /** Removes everything. */
  stop(): Promise<void>;
}

/**
 * Builds a network of real Linux devices in namespaces, each with an sshd and an lldpd, and waits until every port hears its
 * neighbor. Needs root (see `missingForRig`). Nothing of the machine is changed, and the rig ends with this process,
 * whatever becomes of it.
 */
export async function startRig({ devices, seed }: { devices: number; seed: number }): Promise<Rig> {
  const plan = planNetwork({ devices, seed });
  const id = newRigId();
  const directory = join(tmpdir(), id);
  await mkdir(join(directory, 'scratch'), { recursive: true, mode: 0o700 });
  const credential = await makeCredential(directory, `correct horse ${seed}`);
  await writePlan({ id, directory, credential }, plan);
  const script = await startRigScript(id, directory);
  try {
    const pids = initPids(directory, plan);
    await awaitNeighbors(plan, pids);
    return { ...handle({ id, directory, plan, pids }), credential, stop: () => script.stop() };
  } catch (error) {
    await script.stop();
    throw error;
  }
}

/** PID 1 of each device as this machine numbers it. */
function initPids(directory: string, { devices }: NetworkPlan): Map<string, number> {
  const read = (name: string) => Number(readFileSync(join(directory, 'devices', name, 'init.pid'), 'utf8'));
  return new Map(devices.map(({ name }) => [name, read(name)]));
}

interface Built {
  readonly id: string;
  readonly directory: string;
  readonly plan: NetworkPlan;
  readonly pids: ReadonlyMap<string, number>;
}

function handle({ id, directory, plan, pids }: Built): Omit<Rig, 'credential' | 'stop'> {
  const homeOf = (device: string) => join(directory, 'devices', device);
  const logOf = (device: string) => readFile(join(homeOf(device), 'sshd.log'), 'utf8');
  return {
    truth: {
      devices: plan.devices.map(({ name, address }) => ({ name, addresses: [address] })),
      links: plan.cables,
    },
    seed: plan.devices[0]!.address,
    scope: '10.99.0.0/16',
    scratch: join(directory, 'scratch'),
    runInMgmt: (command, args, options) =>
      runCommand('ip', ['netns', 'exec', managementNamespace(id), command, ...args], options),
    runOn: (device, command, args) => runOnDevice(pids.get(device)!, command, args),
    openSshSessions: () =>
      [...pids].flatMap(([device, pid]) => heldSessions(pid).map((held) => `${device}: ${held}`)),
    sshLog: async (device) => {
      const names = device === undefined ? [...pids.keys()] : [device];
      return summariseSshLogs(await Promise.all(names.map(logOf)));
    },
    stopSshd: (device) => stopSshd(pids.get(device)!),
    startSshd: (device) => startSshd(pids.get(device)!, homeOf(device)),
  };
}
