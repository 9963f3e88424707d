import type { InterfaceAddress } from '../model/collected.ts';
import { readAddress } from './addresses.ts';
import { interfaceAddresses, type RawAddress } from './interface-addresses.ts';
import { outputLines } from './lines.ts';

/**
 * `show ip interface brief` of IOS, NX-OS, XR, EOS and AOS-CX, `display ip interface brief` of VRP: the interface, then the
 * address: `Vlan10  10.0.10.1  YES NVRAM  up  up`, `Vlanif10  10.0.10.1/24  up  up`.
 */
export function parseIpBrief(text: string): InterfaceAddress[] {
  return interfaceAddresses(rows(text, /^(\S{1,128})\s{1,128}(\S{1,64})/));
}

/** `display ip interface brief` of Comware: `Vlan10   up       up       10.0.10.1       Vlan-inte...`. */
export function parseComwareIpBrief(text: string): InterfaceAddress[] {
  return interfaceAddresses(rows(text, /^(\S{1,128})\s{1,128}(?:\S{1,16}\s{1,64}){2}(\S{1,64})/));
}

/**
 * `show ipv6 interface brief`: IOS and XR print the interface with its state (`Vlan10   [up/up]`) and each address on a line below,
 * NX-OS the first address beside it.
 */
export function parseIpv6Brief(text: string): InterfaceAddress[] {
  const raws: RawAddress[] = [];
  let port = '';
  for (const line of outputLines(text)) {
    const [, named = '', beside = ''] = /^(\S{1,128})(?:\s{1,128}(\S{1,64}))?/.exec(line) ?? [];
    // At the beginning of a line an address is none of an interface: XR and IOS indent theirs.
    if (named !== '') port = named;
    const word = named === '' ? line.trim().split(/\s/, 1)[0] : beside;
    if (port !== '' && word?.includes(':') && readAddress(word) !== null) raws.push({ port, address: word });
  }
  return interfaceAddresses(raws);
}

function rows(text: string, row: RegExp): RawAddress[] {
  return outputLines(text)
    .map((line) => row.exec(line))
    .filter((found) => found !== null)
    .map(([, port, address]) => ({ port, address }));
}
