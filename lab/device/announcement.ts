import type { CableEnd, LabDevice } from '../network/blueprint.ts';
import { macOf } from '../network/builder.ts';
import type { Kind } from '../network/kind.ts';
import { shortPort } from './short-port.ts';

/** What a device sends about itself over CDP and LLDP, whoever prints it then. */

const FIRST_JUNOS_INDEX = 513;

/** `40b9-3c00-0400`, as Comware and VRP print it. */
export const dashedMac = (mac: string): string => dottedMac(mac).replaceAll('.', '-');

export const dottedMac = (mac: string): string => mac.replaceAll(':', '').match(/..../g)?.join('.') ?? mac;

/** The LLDP chassis id: the base MAC address; on Linux that of the management port. */
export const chassisMac = (device: LabDevice): string => macOf(device, 0);

export interface AnnouncedPort {
  /** The subtype of the port id: a MAC address, an interface name, or a number of the sender's own. */
  readonly type: 'mac' | 'name' | 'local';
  readonly id: string;
  readonly isMac: boolean;
  readonly description: string;
}

/** Most tell full names over LLDP, IOS short ones with the full name as description; lldpd tells its MAC address. */
export function lldpPort({ device, port }: CableEnd): AnnouncedPort {
  const named = (id: string, description = port.name): AnnouncedPort => ({
    type: 'name',
    id,
    isMac: false,
    description,
  });
  switch (device.entry.kind) {
    case 'linux':
      return { type: 'mac', id: port.mac, isMac: true, description: port.alias ?? port.name };
    case 'cisco_ios':
      return named(shortPort(port.name));
    case 'arista_eos':
      // What an operator wrote on the port: it names none.
      return named(port.name, 'fabric');
    case 'hp_comware':
      return named(port.name, `${port.name} Interface`);
    case 'paloalto_panos':
      return named(port.name, 'TRANSIT');
    case 'juniper_junos':
      return junosPort({ device, port });
    case 'cisco_nxos':
    case 'cisco_xr':
    case 'aruba_aoscx':
    case 'huawei_vrp':
      return named(port.name);
  }
}

/** Junos tells the SNMP index of the port, and its name as description; a QFX tells the name. */
function junosPort({ device, port }: Pick<CableEnd, 'device' | 'port'>): AnnouncedPort {
  if (device.entry.productId.startsWith('QFX')) {
    return { type: 'name', id: port.name, isMac: false, description: port.name };
  }
  const id = String(FIRST_JUNOS_INDEX + device.ports.indexOf(port));
  const description = `${port.name}${device.entry.legacy ? '.0' : ''}`;
  return { type: 'local', id, isMac: false, description };
}

/** NX-OS appends its serial number to its name. */
export function cdpDeviceId(device: LabDevice): string {
  const serial = device.entry.kind === 'cisco_nxos' ? device.serials[0] : undefined;
  return serial === undefined ? device.announcedName : `${device.announcedName}(${serial})`;
}

export function cdpPlatform(device: LabDevice): string {
  const { kind, productId, model } = device.entry;
  if (kind === 'cisco_xr') return `cisco ${model ?? ''}`;
  return kind === 'cisco_ios' ? `cisco ${productId}` : productId;
}

interface CdpCapabilities {
  readonly words: string;
  readonly letters: string;
}

/** Empty for those that speak no CDP. */
export function cdpCapabilities({ entry }: LabDevice): CdpCapabilities {
  switch (entry.kind) {
    case 'cisco_ios':
      return { words: 'Router Switch IGMP', letters: 'R S I' };
    case 'cisco_nxos':
      return { words: 'Router Switch IGMP Filtering Supports-STP-Dispute', letters: 'R S I s' };
    case 'linux':
    case 'cisco_xr':
      return { words: 'Router', letters: 'R' };
    default:
      return { words: '', letters: '' };
  }
}

type Letter = 'B' | 'R' | 'W' | 'S' | 'O' | 'P';

interface LldpCapabilities {
  readonly supported: readonly Letter[];
  readonly enabled: readonly Letter[];
}

const BRIDGE_AND_ROUTER: LldpCapabilities = { supported: ['B', 'R'], enabled: ['B', 'R'] };

export const LLDP_CAPABILITIES: Readonly<Record<Kind, LldpCapabilities>> = {
  cisco_ios: BRIDGE_AND_ROUTER,
  cisco_nxos: BRIDGE_AND_ROUTER,
  linux: { supported: ['B', 'W', 'R', 'S'], enabled: ['R'] },
  cisco_xr: { supported: ['R'], enabled: ['R'] },
  arista_eos: BRIDGE_AND_ROUTER,
  juniper_junos: BRIDGE_AND_ROUTER,
  aruba_aoscx: BRIDGE_AND_ROUTER,
  hp_comware: BRIDGE_AND_ROUTER,
  huawei_vrp: BRIDGE_AND_ROUTER,
  paloalto_panos: { supported: ['O', 'P', 'B', 'R'], enabled: ['O', 'R'] },
};

const WORDS: Readonly<Record<Letter, string>> = {
  B: 'Bridge',
  R: 'Router',
  W: 'WLAN',
  S: 'Station',
  O: 'Other',
  P: 'Repeater',
};

/** The capabilities spelled out: `Bridge`, `Router`. */
export const inWords = (letters: readonly Letter[]): readonly string[] =>
  letters.map((letter) => WORDS[letter]);
