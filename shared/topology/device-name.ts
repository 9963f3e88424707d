import { canonicalAddress } from './address.ts';
import { isMac } from './port-name.ts';

/** A DNS name has 255 octets at most (RFC 1035 section 2.3.4), an LLDP system name too (IEEE 802.1AB 8.5.6). */
const LONGEST_NAME = 255;

/** `SAL19069XXX`, as in `dc-lf03(SAL19069XXX)`: NX-OS and CatOS append it to the CDP device id. */
const SERIAL_IN_BRACKETS = /^[a-z0-9*._-]{4,40}$/i;

/** Takes the serial number in brackets off a name: it is not part of it. Case is kept. */
export function stripSerial(name: string): string {
  const trimmed = name.slice(0, 2 * LONGEST_NAME).trim();
  const open = trimmed.lastIndexOf('(');
  if (open <= 0 || !trimmed.endsWith(')')) return trimmed;
  return SERIAL_IN_BRACKETS.test(trimmed.slice(open + 1, -1)) ? trimmed.slice(0, open).trim() : trimmed;
}

/** The spelling in which names are compared: lower case, without serial number and without the root's dot. Empty for none. */
export function canonicalName(name: string): string {
  let bare = stripSerial(name).toLowerCase().slice(0, LONGEST_NAME);
  if (bare.endsWith('.')) bare = bare.slice(0, -1);
  return bare.trim();
}

/** The first label of a canonical name. A name that is an address or a MAC address has no shorter form. */
export function shortName(name: string): string {
  const full = canonicalName(name);
  const dot = full.indexOf('.');
  if (dot <= 0 || isMac(full) || canonicalAddress(full) !== null) return full;
  return full.slice(0, dot);
}

/** `sw1` is `SW1.example.com`; `sw1.a.example` is not `sw1.b.example`: the same label in two domains is two devices. */
export function sameName(a: string, b: string): boolean {
  const [fullA, fullB] = [canonicalName(a), canonicalName(b)];
  if (fullA === '' || fullB === '') return false;
  if (fullA === fullB) return true;
  const [shortA, shortB] = [shortName(fullA), shortName(fullB)];
  return shortA === shortB && (fullA === shortA || fullB === shortB);
}

/** What devices are called that nobody named: as delivered by vendors and distributions. */
const DEFAULT_NAMES = new Set(
  `localhost router switch hostname host host-name unknown default none (none) null n/a system node device
   ubuntu debian centos rocky almalinux fedora alpine openwrt raspberrypi vyos cumulus sonic linux
   mikrotik juniper amnesiac huawei quidway hp hpe aruba h3c arista cisco nexus nx-osv ios ruckus
   fortigate pa-vm firewall ap wlc gateway server`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

/** Whether a name says nothing about which device it is: several may carry it. */
export function isDefaultName(name: string): boolean {
  return DEFAULT_NAMES.has(shortName(name));
}
