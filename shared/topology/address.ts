import ipaddr from 'ipaddr.js';
import { UsageError } from '../errors.ts';

/** Four decimal parts without leading zeros: `010.0.0.1` is octal to some readers and decimal to others. */
const IPV4 = /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/;
/** Most chassis ids: no address, which ipaddr.js finds out by an exception, as slow as the rest of reading an entry. */
const COLON_MAC = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/i;
/** Longest text that can be an address: a full IPv6 address with an embedded IPv4 one and a zone. */
const LONGEST_ADDRESS = 80;
/** RFC 1123 section 2.1, and the underscore that real host names carry. */
const HOST_NAME = /^[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?$/;

/**
 * The one spelling of an IP address: dotted IPv4, IPv6 as in RFC 5952, an IPv4-mapped IPv6 address as IPv4, no zone id.
 * Null when the text is not an address.
 */
export function canonicalAddress(text: string): string | null {
  const address = parseAddress(text);
  return address === null ? null : spell(address);
}

/** As `canonicalAddress`, for arithmetic. */
export function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (text.length > LONGEST_ADDRESS) return null;
  const bare = withoutZone(text.trim());
  if (IPV4.test(bare)) {
    const octets = bare.split('.').map(Number);
    return octets.every((octet) => octet <= 255) ? new ipaddr.IPv4(octets) : null;
  }
  if (!bare.includes(':') || COLON_MAC.test(bare) || !ipaddr.IPv6.isValid(bare)) return null;
  const address = ipaddr.IPv6.parse(bare);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

function withoutZone(text: string): string {
  const zone = text.indexOf('%');
  return zone < 0 ? text : text.slice(0, zone);
}

function spell(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  return address.kind() === 'ipv6' ? (address as ipaddr.IPv6).toRFC5952String() : address.toString();
}

/** Ranges that name no one host, or none that can be reached without knowing the link. */
const NOT_DIALABLE = new Set(['unspecified', 'broadcast', 'multicast', 'linkLocal']);

/**
 * Whether an address can be a target at all. Link-local, multicast, broadcast and unspecified addresses cannot; loopback
 * can, where the scope holds it. A text that is not an address cannot.
 */
export function isDialable(address: string): boolean {
  const parsed = parseAddress(address);
  if (parsed === null || NOT_DIALABLE.has(parsed.range())) return false;
  // 240.0.0.0/4 is reserved (RFC 1112 section 4); ipaddr.js puts it in one range with the documentation networks.
  return parsed.kind() === 'ipv6' || (parsed as ipaddr.IPv4).octets[0]! < 240;
}

export interface Seed {
  /** A canonical address, or a name in lower case. */
  readonly host: string;
  /** Null: the run's own port. */
  readonly port: number | null;
  readonly isAddress: boolean;
}

/**
 * Reads `HOST`, `HOST:PORT`, `[V6]`, `[V6]:PORT` or `V6`, where HOST is an IPv4 address or a name.
 * @throws UsageError that says what is wrong with the text and what a seed looks like.
 */
export function parseSeed(text: string): Seed {
  const seed = text.trim();
  const whole = canonicalAddress(seed);
  if (whole !== null) return addressSeed(whole, null, text);
  const { host, port } = splitPort(seed, text);
  const address = canonicalAddress(host);
  if (address !== null) return addressSeed(address, port, text);
  return { host: seedName(host, text), port, isAddress: false };
}

function addressSeed(host: string, port: number | null, text: string): Seed {
  if (!isDialable(host)) {
    throw badSeed(
      text,
      'no session can be opened to a link-local, multicast, broadcast or unspecified address',
    );
  }
  return { host, port, isAddress: true };
}

function splitPort(seed: string, text: string): { host: string; port: number | null } {
  if (seed.startsWith('[')) {
    const end = seed.indexOf(']');
    const host = seed.slice(1, end);
    if (end < 0 || !host.includes(':') || canonicalAddress(host) === null) {
      throw badSeed(text, 'there is no IPv6 address between the brackets');
    }
    const rest = seed.slice(end + 1);
    if (rest === '') return { host, port: null };
    if (!rest.startsWith(':')) throw badSeed(text, 'only a port may follow the brackets');
    return { host, port: readPort(rest.slice(1), text) };
  }
  const colon = seed.indexOf(':');
  if (colon < 0) return { host: seed, port: null };
  if (seed.includes('://')) throw badSeed(text, 'it is a URL');
  if (colon !== seed.lastIndexOf(':')) {
    throw badSeed(
      text,
      'it is not an IPv6 address; a port behind one needs brackets, as in [2001:db8::1]:22',
    );
  }
  return { host: seed.slice(0, colon), port: readPort(seed.slice(colon + 1), text) };
}

function readPort(digits: string, text: string): number {
  const port = /^\d{1,5}$/.test(digits) ? Number(digits) : 0;
  if (port < 1 || port > 65_535) throw badSeed(text, 'a port is a number from 1 to 65535');
  return port;
}

function seedName(host: string, text: string): string {
  if (host === '') throw badSeed(text, 'there is no host');
  if (host.includes('/')) throw badSeed(text, 'a network is not a seed: give it as scope (--scope)');
  if (host.includes('@')) throw badSeed(text, 'the user is given apart (--username)');
  const name = (host.endsWith('.') ? host.slice(0, -1) : host).toLowerCase();
  if (!HOST_NAME.test(name)) throw badSeed(text, 'it is neither an address nor a host name');
  if (/^\d+$/.test(name.slice(name.lastIndexOf('.') + 1)))
    throw badSeed(text, 'it is not a valid IPv4 address');
  return name;
}

function badSeed(text: string, why: string): UsageError {
  const shown = JSON.stringify(text.slice(0, 100));
  return new UsageError(
    `The seed ${shown} cannot be used: ${why}. A seed is HOST, HOST:PORT or [IPV6]:PORT.`,
  );
}

/** The id of a target: its address, with the port where that is not the run's own. IPv6 stands in brackets before a port. */
export function targetIdOf(address: string, port: number, defaultPort: number): string {
  if (port === defaultPort) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
