import { PORT_SPELLINGS } from './port-spellings.ts';

/** An LLDP port id has 255 octets (IEEE 802.1AB 8.5.3); an interface name far fewer. */
const LONGEST_PORT = 256;
const LONGEST_INTERFACE = 128;

const TYPE_OF = new Map<string, string>();
for (const family of Object.values(PORT_SPELLINGS)) {
  for (const [type, spellings] of Object.entries(family)) {
    for (const spelling of [type, ...spellings]) TYPE_OF.set(spelling, type);
  }
}

/** `02:4e:57:01:03:01`, `02-4E-..`, `02 4e ..` (NX-OS), `024e.5701.0301`, `024e5701-0301`, `024e57010301`. */
const MAC =
  /^(?:[0-9a-f]{2}(?:[:. -][0-9a-f]{2}){5}|[0-9a-f]{4}(?:[:.-][0-9a-f]{4}){2}|[0-9a-f]{6}-[0-9a-f]{6}|[0-9a-f]{12})$/i;
const LONGEST_MAC = 24;

/** Whether a text is a MAC address in one of the spellings of the field. */
export function isMac(text: string): boolean {
  return text.length <= LONGEST_MAC && MAC.test(text.trim());
}

/** The twelve hex digits of a MAC address, in lower case; null when the text is none. */
export function macDigits(text: string): string | null {
  const mac = text.startsWith('mac:') ? text.slice('mac:'.length) : text;
  return isMac(mac) ? mac.toLowerCase().replace(/[^0-9a-f]/g, '') : null;
}

/**
 * The spelling in which ports are compared, never shown: `Gi1/0/1`, `Gig 1/0/1` and `GigabitEthernet1/0/1` give
 * `gigabitethernet1/0/1`, a MAC address `mac:` and its digits. A type that the table does not know stays as it is.
 * Idempotent: the canonical form is its own.
 */
export function canonicalPort(name: string): string {
  const known = canonicalOf.get(name);
  if (known !== undefined) return known;
  const port = canonicalise(name);
  if (name.length <= LONGEST_KNOWN) {
    if (canonicalOf.size >= MOST_KNOWN) canonicalOf.clear();
    canonicalOf.set(name, port);
  }
  return port;
}

/**
 * A network's devices call their ports by the same few thousand names: 28 ports of 10,000 devices were 2 s of processor time, four times a map.
 * Bounded, since MAC addresses are port ids too.
 */
const canonicalOf = new Map<string, string>();
const MOST_KNOWN = 10_000;
const LONGEST_KNOWN = 64;

function canonicalise(name: string): string {
  let port = canonicalStep(name);
  // What one step takes off may lay bare a quote or a unit again (`gi-0".0`): text is bounded, and each step shortens it.
  for (let again = canonicalStep(port); again !== port; again = canonicalStep(port)) port = again;
  return port;
}

function canonicalStep(name: string): string {
  const trimmed = unquote(name.slice(0, LONGEST_PORT).trim());
  const mac = macDigits(trimmed);
  if (mac !== null) return `mac:${mac}`;
  const port = bare(trimmed.toLowerCase().replace(/\s/g, ''));
  if (port.length > LONGEST_INTERFACE) return port.slice(0, LONGEST_PORT);
  const again = macDigits(port);
  if (again !== null) return `mac:${again}`;
  const { type, rest } = split(port);
  return withoutUnit(`${TYPE_OF.get(type) ?? type}${rest}`);
}

/** Takes off quotes and the word that some listings append ("Ethernet1/1 interface"), until there is nothing to take. */
function bare(port: string): string {
  const unquoted = unquote(port);
  if (!unquoted.endsWith('interface') || unquoted.length === 'interface'.length) return unquoted;
  // `Vlan-interface10` keeps its word, since it does not end with it; `Vlan-interface` alone is a type.
  if (unquoted.at(-'interface'.length - 1) === '-') return unquoted;
  return bare(unquoted.slice(0, -'interface'.length));
}

function unquote(text: string): string {
  const isQuote = (at: number): boolean => text[at] === '"' || text[at] === "'";
  let from = 0;
  let to = text.length;
  while (from < to && isQuote(from)) from++;
  while (to > from && isQuote(to - 1)) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to).trim();
}

/** At most three digits and letters (`100ge`, `gi`, `port-channel`), then what starts with a digit. */
function split(port: string): { type: string; rest: string } {
  const speed = /^\d{0,3}/.exec(port)![0].length;
  let end = speed;
  while (end < port.length && /[a-z_-]/.test(port[end]!)) end++;
  const ends = end === port.length || /\d/.test(port[end]!);
  return end > speed && ends ? { type: port.slice(0, end), rest: port.slice(end) } : { type: port, rest: '' };
}

/** Junos prints the unit of the port that speaks LLDP: `ge-0/0/1.0` is the port `ge-0/0/1`, `me0.0` is `me0`. */
function withoutUnit(port: string): string {
  if (!port.endsWith('.0') || port.indexOf('.') !== port.length - 2) return port;
  return /^(?:[a-z]{2}-\d|(?:em|fxp|me|vme)\d{0,3}\.)/.test(port) ? port.slice(0, -2) : port;
}

/** A port's canonical form with its numbers blotted out: two ports of one shape come from one naming scheme. */
export function portShape(canonical: string): string {
  return canonical.replace(/\d+/g, '#');
}

/** Whether a text could be the name of an interface (`eth1`, `ge-0/0/1`), as opposed to a number or somebody's sentence. */
export function looksLikePort(text: string): boolean {
  return /^[a-z][a-z0-9_./:@-]{0,40}$/i.test(text) && /\d/.test(text) && !isMac(text);
}
