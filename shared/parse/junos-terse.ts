import type { InterfaceAddress } from '../model/collected.ts';
import { readAddress } from './addresses.ts';
import { interfaceAddresses, type RawAddress } from './interface-addresses.ts';
import { outputLines } from './lines.ts';

const PROTOCOL = /^[a-z][a-z0-9-]{1,15}$/;

/**
 * `show interfaces terse` of Junos: `ge-0/0/0.0  up  up   inet  10.0.0.1/30`; more protocols and more addresses of an interface
 * stand in the lines below, and what is behind the address (`--> 0/0`) is the other end.
 */
export function parseJunosTerse(text: string): InterfaceAddress[] {
  const raws: RawAddress[] = [];
  let [port, protocol] = ['', ''];
  for (const line of outputLines(text)) {
    const own = /^(\S{1,128})\s{1,64}(?:up|down)(?:\s{1,64}(?:up|down))?(?=\s|$)(.*)$/.exec(line);
    if (!own && /^\S/.test(line)) {
      port = '';
      continue;
    }
    if (own) [port, protocol] = [own[1] ?? '', ''];
    const words = (own?.[2] ?? line).trim().split(/\s+/, 2);
    if (PROTOCOL.test(words[0] ?? '')) protocol = words.shift() ?? '';
    const [word = ''] = words;
    if (port !== '' && /^inet6?$/.test(protocol) && readAddress(word) !== null)
      raws.push({ port, address: word });
  }
  return interfaceAddresses(raws);
}
