import type { InterfaceAddress } from '../model/collected.ts';
import { readAddress } from './addresses.ts';
import { interfaceAddresses, type RawAddress } from './interface-addresses.ts';
import { readFields } from './labels.ts';
import { outputLines } from './lines.ts';

/**
 * `show interface all` of PAN-OS: below `total configured logical interfaces: 7` a row for each, whose last column is the
 * address (`N/A` for none); more of them stand in the lines below. A zone may be missing, so words are not counted.
 */
export function parsePanosInterfaces(text: string): InterfaceAddress[] {
  const lines = outputLines(text);
  const start = lines.findIndex((line) => /^\s{0,8}total configured logical interfaces\b/i.test(line));
  const raws: RawAddress[] = [];
  let port = '';
  for (const line of start < 0 ? [] : lines.slice(start)) {
    port = /^(\S{1,128})/.exec(line)?.[1] ?? port;
    const word = line.trim().split(/\s+/).at(-1) ?? '';
    if (readAddress(word) !== null) raws.push({ port, address: word });
  }
  return interfaceAddresses(raws);
}

/** `show interface management` of PAN-OS: `Ip address: 10.0.0.5`, `Netmask: 255.255.255.0`, `Ipv6 address: unknown`. */
export function parsePanosManagement(text: string): InterfaceAddress[] {
  const { address, netmask, six } = readFields(outputLines(text), {
    'ip address': 'address',
    netmask: 'netmask',
    'ipv6 address': 'six',
  });
  const length = lengthOf(netmask ?? '');
  return interfaceAddresses([
    { port: 'management', address: length === null ? address : `${address ?? ''}/${length}` },
    { port: 'management', address: six },
  ]);
}

/** The length of a netmask such as 255.255.255.0; null for what is none. */
function lengthOf(netmask: string): number | null {
  const bytes = netmask.split('.').map(Number);
  if (bytes.length !== 4 || bytes.some((byte) => !(byte >= 0 && byte <= 255))) return null;
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return /^1{0,32}0{0,32}$/.test(bits) ? bits.replace(/0/g, '').length : null;
}
