import { complains, prints, type ShResult } from '../shell/sh-run.ts';
import type { LabDevice } from '../network/blueprint.ts';
import { chassisMac } from './announcement.ts';
import type { CliContext } from './cli-context.ts';

interface Nic {
  readonly name: string;
  readonly mac: string;
  readonly inet: string | null;
}

const LOOPBACK: Nic = { name: 'lo', mac: '00:00:00:00:00:00', inet: '127.0.0.1/8' };

/** `ip [-o|-br] link|addr [show]` of iproute2: lo, the management port, and one port for each cable. */
export function ip({ device }: CliContext, args: readonly string[]): ShResult {
  const what = args.find((word) => !word.startsWith('-')) ?? '';
  if (args.includes('-json')) return prints(ipJson(device, args));
  const isLink = 'link'.startsWith(what);
  if (what === '' || (!isLink && !'address'.startsWith(what))) {
    return complains(`Object "${what}" is unknown, try "ip help".\n`, 1);
  }
  const nics: Nic[] = [
    LOOPBACK,
    { name: 'eth0', mac: chassisMac(device), inet: `${device.addresses[0] ?? ''}/16` },
    ...device.ports.map(({ name, mac }) => ({ name, mac, inet: null })),
  ];
  const style = args.includes('-br') ? 'brief' : args.includes('-o') ? 'one-line' : 'full';
  const rows = nics.flatMap((nic, n) => {
    if (style === 'brief') return [brief(nic, isLink)];
    const index = n + 1;
    if (isLink) return [`${head(nic, index)}${style === 'full' ? '\n' : '\\'}${ether(nic)}`];
    const inet =
      nic.inet === null ? [] : [`inet ${nic.inet} scope ${nic === LOOPBACK ? 'host' : 'global'} ${nic.name}`];
    const valid = 'valid_lft forever preferred_lft forever';
    if (style === 'full')
      return [head(nic, index), ether(nic), ...inet.map((line) => `    ${line}\n       ${valid}`)];
    return inet.map((line) => `${index}: ${nic.name}    ${line}\\       ${valid}`);
  });
  return prints(`${rows.join('\n')}\n`);
}

/** No VLANs on the servers here. */
function ipJson(device: LabDevice, args: readonly string[]): string {
  if (args.includes('vlan')) return '[]\n';
  const links = [
    LOOPBACK,
    { name: 'eth0', mac: chassisMac(device), inet: `${device.addresses[0] ?? ''}/16` },
  ];
  const out = [...links, ...device.ports.map(({ name, mac }) => ({ name, mac, inet: null }))].map(
    (nic, n) => ({
      ifindex: n + 1,
      ifname: nic.name,
      flags: nic === LOOPBACK ? ['LOOPBACK', 'UP', 'LOWER_UP'] : ['BROADCAST', 'MULTICAST', 'UP', 'LOWER_UP'],
      mtu: 1500,
      operstate: 'UP',
      link_type: nic === LOOPBACK ? 'loopback' : 'ether',
      address: nic.mac,
      addr_info: nic.inet === null ? [] : [addressInfo(nic.inet)],
    }),
  );
  return `${JSON.stringify(out)}\n`;
}

function addressInfo(inet: string): object {
  const [local = '', length] = inet.split('/');
  return {
    family: 'inet',
    local,
    prefixlen: Number(length),
    scope: 'global',
    valid_life_time: 4_294_967_295,
  };
}

function head({ name }: Nic, index: number): string {
  return name === 'lo'
    ? `${index}: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000`
    : `${index}: ${name}: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000`;
}

function ether({ name, mac }: Nic): string {
  return name === 'lo'
    ? `    link/loopback ${mac} brd 00:00:00:00:00:00`
    : `    link/ether ${mac} brd ff:ff:ff:ff:ff:ff`;
}

function brief({ name, mac, inet }: Nic, isLink: boolean): string {
  const state = (name === 'lo' ? 'UNKNOWN' : 'UP').padEnd(14);
  return `${name.padEnd(16)} ${state} ${isLink ? `${mac} <UP,LOWER_UP> ` : inet === null ? '' : `${inet} `}`;
}
