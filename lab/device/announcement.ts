import type { CableEnd, LabDevice } from '../network/blueprint.ts';
import { macOf } from '../network/builder.ts';
import { shortPort } from './short-port.ts';

/** What a device sends about itself over CDP and LLDP, whoever prints it then. */

export const dottedMac = (mac: string): string => mac.replaceAll(':', '').match(/..../g)?.join('.') ?? mac;

/** The LLDP chassis id: the base MAC address; on Linux that of the management port. */
export const chassisMac = (device: LabDevice): string => macOf(device, 0);

/** NX-OS and Linux tell full names over LLDP, IOS short ones with the full name as description; lldpd tells its MAC address. */
export function lldpPort(end: CableEnd): { id: string; isMac: boolean; description: string } {
  const { port } = end;
  if (end.device.entry.kind === 'linux') {
    return { id: port.mac, isMac: true, description: port.alias ?? port.name };
  }
  const id = end.device.entry.kind === 'cisco_ios' ? shortPort(port.name) : port.name;
  return { id, isMac: false, description: port.name };
}

/** NX-OS appends its serial number to its name. */
export function cdpDeviceId(device: LabDevice): string {
  const serial = device.entry.kind === 'cisco_nxos' ? device.serials[0] : undefined;
  return serial === undefined ? device.announcedName : `${device.announcedName}(${serial})`;
}

export function cdpPlatform(device: LabDevice): string {
  const { kind, productId } = device.entry;
  return kind === 'cisco_ios' ? `cisco ${productId}` : productId;
}

export const CDP_CAPABILITIES = {
  cisco_ios: { words: 'Router Switch IGMP', letters: 'R S I' },
  cisco_nxos: { words: 'Router Switch IGMP Filtering Supports-STP-Dispute', letters: 'R S I s' },
  linux: { words: 'Router', letters: 'R' },
} as const;

export const LLDP_CAPABILITIES = {
  cisco_ios: { supported: ['B', 'R'], enabled: ['B', 'R'] },
  cisco_nxos: { supported: ['B', 'R'], enabled: ['B', 'R'] },
  linux: { supported: ['B', 'W', 'R', 'S'], enabled: ['R'] },
} as const;

/** The CDP version text and LLDP system description: the first lines of the sender's own `show version`. */
export function systemDescription(device: LabDevice): string {
  const { kind, image, osVersion, legacy } = device.entry;
  if (kind === 'cisco_nxos') {
    return `Cisco Nexus Operating System (NX-OS) Software, Version ${osVersion}\nCopyright (c) 2002-2024, Cisco Systems, Inc. All rights reserved.`;
  }
  if (kind === 'linux') return `${osVersion} Linux ${image} #1 SMP PREEMPT_DYNAMIC x86_64`;
  const family = legacy
    ? `Cisco IOS Software, C2960 Software (${image})`
    : `Cisco IOS Software [Gibraltar], Catalyst L3 Switch Software (${image})`;
  return `${family}, Version ${osVersion}, RELEASE SOFTWARE (fc1)\nTechnical Support: http://www.cisco.com/techsupport\nCopyright (c) 1986-2022 by Cisco Systems, Inc.\nCompiled Tue 08-Mar-22 10:11 by lab`;
}
