import type { AliasKey } from '../model/alias.ts';
import type { Facts } from '../model/device.ts';
import { canonicalAddress } from './address.ts';
import { canonicalName, isDefaultName, shortName, stripSerial } from './device-name.ts';
import { macDigits } from './port-name.ts';

/** What tells a device from every other. */
export interface Identity {
  /** As the device writes it, without a serial number in brackets; the address when it has no name. */
  readonly name: string;
  /** The id that the device gets unless an alias of it is taken. Readable, deterministic, safe in a key. */
  readonly candidateId: string;
  /** Each belongs to one device only: `serial:foc1`, `chassis:024e57010301`. */
  readonly strong: readonly AliasKey[];
  /** `name:core-1`, `name:core-1.example.com`. None for a name that devices have before anybody names them. */
  readonly weak: readonly AliasKey[];
}

/** Longest part of an id: keys stay readable, and far under DynamoDB's 1,024 bytes of a sort key. */
const LONGEST_PART = 100;

/** What stands where no serial number was burned in (DMI, `show inventory`, cheap optics). */
const PLACEHOLDER =
  /^(?:n\/?a|none|null|unknown|default|not (?:specified|available|applicable|set)|(?:system|chassis|base ?board) serial number|to be filled.*|oem.*|x+|[0-]+|f+|1234567890?|0?123456789)$/;

/**
 * The identity of a device, from its facts, the name in its prompt and the address that was dialled. A value that many
 * devices share (zeros, "To be filled by O.E.M.", a broadcast or a virtual MAC address) is no identity.
 */
export function identityOf(of: {
  readonly facts: Facts;
  readonly promptName?: string | null | undefined;
  readonly address: string;
}): Identity {
  const told =
    [of.facts.hostname, of.promptName].find((name) => canonicalName(name ?? '') !== '') ?? undefined;
  const serials = (of.facts.serials ?? []).map(usableSerial).filter((serial) => serial !== null);
  const chassis = (of.facts.chassisIds ?? []).map(usableChassis).filter((id) => id !== null);
  const strong = [
    ...serials.map((serial): AliasKey => `serial:${serial}`),
    ...chassis.map((id): AliasKey => `chassis:${id}`),
  ];
  const address = canonicalAddress(of.address) ?? of.address;
  return {
    name: told === undefined ? address : displayName(told),
    candidateId: candidateId(told, serials[0] ?? chassis[0], address),
    strong: [...new Set(strong)],
    weak: told === undefined ? [] : namesOf(told),
  };
}

/** A serial number in lower case, or null when it identifies nothing. */
export function usableSerial(serial: string): string | null {
  const value = serial.trim().toLowerCase();
  return value.length < 4 || value.length > LONGEST_PART || PLACEHOLDER.test(value) ? null : value;
}

/** A chassis id as twelve hex digits, or null when it is no MAC address or one that no single device owns. */
export function usableChassis(id: string): string | null {
  const digits = macDigits(id);
  if (digits === null || /^0+$/.test(digits)) return null;
  // The lowest bit of the first octet marks a group address, broadcast among them (IEEE 802 8.2).
  if (Number.parseInt(digits.slice(0, 2), 16) % 2 === 1) return null;
  // VRRP (RFC 5798 section 7.3) and HSRP v1 and v2: the address moves between routers.
  return /^(?:00005e0001|00005e0002|00000c07ac|00000c9ff)/.test(digits) ? null : digits;
}

function displayName(told: string): string {
  const name = stripSerial(told);
  return name.endsWith('.') ? name.slice(0, -1) : name;
}

function candidateId(told: string | undefined, strong: string | undefined, address: string): string {
  const short = told === undefined ? '' : shortName(told);
  if (strong !== undefined) return `${keySafe(short === '' ? address : short)}~${keySafe(strong)}`;
  // Many devices are called "localhost": without a serial number only the address tells them apart.
  return keySafe(short === '' || isDefaultName(short) ? address : short);
}

/** `#` and blanks would make a key hard to read and to split; letters of any script stay. */
function keySafe(text: string): string {
  return text.slice(0, LONGEST_PART).replace(/[^\p{L}\p{N}._:-]/gu, '-');
}

function namesOf(told: string): AliasKey[] {
  if (isDefaultName(told)) return [];
  const names = [...new Set([shortName(told), canonicalName(told)])];
  return names.map((name): AliasKey => `name:${name}`);
}
