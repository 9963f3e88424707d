import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RigCredential } from './credential.ts';
import type { NetworkPlan, PlannedDevice, Speech } from './plan-network.ts';

interface Rig {
  readonly id: string;
  readonly directory: string;
  readonly credential: RigCredential;
}

export const managementNamespace = (id: string) => `${id}-mgmt`;
const deviceNamespace = (id: string, device: PlannedDevice) => `${id}-d${device.number}`;

/** lldpd(8): `-ll` turns LLDP off, `-l` sends it in any case, `-c` answers CDP, `-cc` and `-ccc` send CDPv1 and v2 in any
 * case, `-H 0` shows what was heard over each protocol instead of one of them. */
const SPEECH_FLAGS: Record<Speech, readonly string[]> = {
  lldp: [''],
  'lldp-answers-cdp': ['-c'],
  'lldp-and-cdp': ['-l -ccc -H 0', '-l -ccccc -H 0'],
  cdp: ['-ll -cc', '-ll -ccc', '-ll -ccccc'],
};

/** Writes the files that `rig.sh` and `device.sh` read. */
export async function writePlan(rig: Rig, plan: NetworkPlan): Promise<void> {
  const files = [
    [
      'namespaces',
      [managementNamespace(rig.id), ...plan.devices.map((device) => deviceNamespace(rig.id, device))],
    ],
    ['mgmt.batch', management(plan)],
    ['cables.batch', cables(rig.id, plan)],
    ['devices.list', plan.devices.map((device) => `${device.name} ${deviceNamespace(rig.id, device)}`)],
  ] as const;
  for (const [file, lines] of files) await writeLines(join(rig.directory, file), lines);
  const accounts = await accountFiles(rig);
  for (const device of plan.devices) await writeDevice(rig, device, accounts);
}

function management({ devices }: NetworkPlan): string[] {
  return [
    'link set lo up',
    'link add br0 type bridge',
    'address add 10.99.0.1/16 dev br0',
    'link set br0 up',
    ...devices.map(({ number }) => `link set v${number} master br0 up`),
  ];
}

/** eth0 to the management bridge, eth1 and on to other devices. A device's MAC addresses share a prefix, as a host's ports do. */
function cables(id: string, { devices, cables }: NetworkPlan): string[] {
  const byName = new Map(devices.map((device) => [device.name, device]));
  const end = (name: string, port: string) => {
    const device = byName.get(name)!;
    const mac = ['02', '4e', '57', hex(device.number), '00', hex(Number(port.slice('eth'.length)))].join(':');
    return `name ${port} address ${mac} netns ${deviceNamespace(id, device)}`;
  };
  const mgmt = managementNamespace(id);
  return [
    ...devices.map(
      ({ name, number }) => `link add ${end(name, 'eth0')} type veth peer name v${number} netns ${mgmt}`,
    ),
    ...cables.map(({ a, b }) => `link add ${end(a.device, a.port)} type veth peer ${end(b.device, b.port)}`),
  ];
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0');

async function writeDevice(rig: Rig, device: PlannedDevice, accounts: Record<string, string>): Promise<void> {
  const home = join(rig.directory, 'devices', device.name);
  await mkdir(join(home, 'etc'), { recursive: true });
  const etc: Record<string, string> = {
    ...accounts,
    hostname: device.name,
    hosts: `127.0.0.1 localhost\n${device.address} ${device.name}`,
    'machine-id': device.number.toString(16).padStart(32, '0'),
    'resolv.conf': '',
  };
  for (const [file, text] of Object.entries(etc)) await writeLines(join(home, 'etc', file), [text]);
  const flags = SPEECH_FLAGS[device.speech];
  await writeLines(join(home, 'lldpd.args'), [
    `-I eth*,!eth0 -m ${device.address} ${flags[device.number % flags.length]}`,
  ]);
  await writeLines(join(home, 'up.batch'), [
    'link set lo up',
    `address add ${device.address}/16 dev eth0`,
    ...Array.from({ length: device.ports + 1 }, (_, port) => `link set eth${port} up`),
  ]);
  await writeLines(join(home, 'sshd_config'), sshdConfig(rig, home));
}

function sshdConfig(rig: Rig, home: string): string[] {
  return [
    `HostKey ${home}/host_key`,
    `PidFile ${home}/sshd.pid`,
    `AuthorizedKeysFile ${rig.credential.keyFile}.pub`,
    // The rig stands below a temporary directory, which others may write to.
    'StrictModes no',
    'PermitRootLogin yes',
    'PasswordAuthentication yes',
    'KbdInteractiveAuthentication no',
    'UsePAM no',
    'UseDNS no',
    // A line for each connection and its end: what the rig counts sessions by.
    'LogLevel VERBOSE',
  ];
}

/** The machine's accounts and one more, bound over /etc within the devices: the machine itself gets no user. */
async function accountFiles({ credential }: Rig): Promise<Record<string, string>> {
  const { username, hash } = credential.passwordLogin;
  const read = async (file: string) => (await readFile(join('/etc', file), 'utf8')).trimEnd();
  return {
    passwd: `${await read('passwd')}\n${username}:x:64999:64999::/:/bin/sh`,
    shadow: `${await read('shadow')}\n${username}:${hash}:19000:0:99999:7:::`,
    // Debian's lldpcli may be run by adm; elsewhere it is the socket that belongs to _lldpd's group.
    group: (await read('group')).replace(/^(?:adm|_lldpd):.*$/gm, (line) =>
      line.endsWith(':') ? `${line}${username}` : `${line},${username}`,
    ),
  };
}

async function writeLines(path: string, lines: readonly string[]): Promise<void> {
  await writeFile(path, lines.map((line) => `${line}\n`).join(''));
}
