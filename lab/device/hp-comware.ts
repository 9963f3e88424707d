import type { LabDevice } from '../network/blueprint.ts';
import { macOf } from '../network/builder.ts';
import { chassisMac, dashedMac } from './announcement.ts';
import { stepBack, type CliContext, type CliDialect } from './cli-context.ts';
import { comwareLldpDetail, comwareLldpList, comwareLldpShort, wrapped } from './comware-neighbors.ts';
import { systemDescription } from './system-description.ts';
import { comwareUptime } from './uptime.ts';
import { comwareIpBrief, comwareVlanAll, comwareVlanBrief } from './own-listings.ts';

const MORE = '---- More ----';

const ANSWERS = {
  'display version': version,
  'display device manuinfo': manuinfo,
  'display vlan all': comwareVlanAll,
  'display ip interface brief': comwareIpBrief,
  'display lldp local-information': localInformation,
  'display lldp neighbor-information': comwareLldpDetail,
  'display lldp neighbor-information list': comwareLldpList,
} as const;

/** Comware: `display` for `show`, `quit` for `exit`, and two kinds of brackets around the name. */
export const COMWARE_5: CliDialect = {
  prompt: ({ name }) => `<${name}>`,
  greeting: copyright,
  pager: { text: () => MORE, erase: stepBack(MORE.length) },
  rejected: (line, promptLength) =>
    `${' '.repeat(promptLength + wrongWord(line, Object.keys(ANSWERS)))}^\n % Unrecognized command found at '^' position.\n`,
  leave: ['quit'],
  modes: {
    'system-view': {
      prompt: ({ name }) => `[${name}]`,
      enters: 'System View: return to User View with Ctrl+Z.\n',
      leave: ['quit', 'return'],
    },
  },
  settings: {
    'screen-length disable': {
      does: 'no-pages',
      says: () => '% Screen-length configuration is disabled for current user.\n',
    },
  },
  answers: ANSWERS,
};

/** With `verbose`, and more to say of itself. */
export const HP_COMWARE: CliDialect = {
  ...COMWARE_5,
  settings: { 'screen-length disable': { does: 'no-pages' } },
  answers: {
    ...ANSWERS,
    'display vlan brief': comwareVlanBrief,
    'display lldp local-information global': localInformation,
    'display lldp neighbor-information': comwareLldpShort,
    'display lldp neighbor-information verbose': comwareLldpDetail,
  },
};

/** Where the first word stands that no command goes on with. */
export function wrongWord(line: string, commands: readonly string[]): number {
  const words = [...line.matchAll(/\S+/g)];
  const isKnown = (count: number): boolean => {
    const typed = words.slice(0, count).map(([word]) => word);
    return commands.some((command) => {
      const parts = command.split(' ');
      return typed.every((word, n) => parts[n]?.startsWith(word));
    });
  };
  const wrong = words.findIndex((_, n) => !isKnown(n + 1));
  return words.at(wrong)?.index ?? 0;
}

const vendorOf = ({ entry }: LabDevice): string => entry.vendor ?? 'HPE';

function copyright(device: LabDevice): string {
  const owner = vendorOf(device) === 'HPE' ? 'Hewlett Packard Enterprise' : 'Hewlett-Packard';
  const rows = [
    `Copyright (c) 2010-2022 ${owner} Development`,
    "Without the owner's prior written consent,",
    'no decompiling or reverse-engineering shall be allowed.',
  ].map((text) => `* ${text.padEnd(75)}*`);
  const rule = '*'.repeat(78);
  return [rule, ...rows, rule, '', ''].join('\n');
}

function version({ device }: CliContext): string {
  const { model, osVersion, image } = device.entry;
  const release = osVersion.replace(/.* /, '').toLowerCase();
  const uptime = comwareUptime(device.uptimeMinutes);
  const boards = device.serials.flatMap((_, n) => [
    `Slot ${n + 1}:`,
    `Uptime is ${uptime.replaceAll(', ', ',')}`,
    `${model ?? ''} Switch with 2 Processors`,
    `BOARD TYPE:         ${model ?? ''} Switch`,
    'DRAM:               2048M bytes',
    'FLASH:              1024M bytes',
    'PCB 1 Version:      VER.A',
    'Bootrom Version:    108',
    'CPLD 1 Version:     002',
    `Release Version:    ${vendorOf(device)} ${device.entry.productId}-${release.toUpperCase()}`,
    'Patch Version  :    None',
    'Reboot Cause  :     ColdReboot',
    '[SubSlot 0] 48GE+4SFP Plus',
    '',
  ]);
  return [
    `${vendorOf(device)} Comware Software, Version ${osVersion}`,
    'Copyright (c) 2010-2022 Hewlett Packard Enterprise Development LP',
    `${vendorOf(device)} ${model ?? ''} Switch uptime is ${uptime}`,
    'Last reboot reason : Cold reboot',
    '',
    `Boot image: flash:/${image}-boot-${release}.bin`,
    `Boot image version: ${osVersion}`,
    '  Compiled Mar 14 2022 16:00:00',
    '',
    '',
    ...boards,
  ].join('\n');
}

function manuinfo({ device }: CliContext): string {
  const { entry, serials } = device;
  const members = serials.flatMap((serial, n) => [
    `Slot ${n + 1} CPU 0:`,
    `DEVICE_NAME          : ${entry.productId}`,
    `DEVICE_SERIAL_NUMBER : ${serial}`,
    // Each member has addresses of its own; a stack takes those of its master.
    `MAC_ADDRESS          : ${dashedMac(macOf(device, n === 0 ? 0 : 1024 - n)).toUpperCase()}`,
    'MANUFACTURING_DATE   : 2021-06-04',
    `VENDOR_NAME          : ${vendorOf(device)}`,
    'Fan 1:',
    'The operation is not supported on the specified fan.',
    'Power 1:',
    'DEVICE_NAME          : PSR150-A1',
    `DEVICE_SERIAL_NUMBER : LABPSU${device.index}${n}`,
    'MANUFACTURING_DATE   : 2021-05-11',
    `VENDOR_NAME          : ${vendorOf(device)}`,
  ]);
  return [...members, ''].join('\n');
}

function localInformation({ device }: CliContext): string {
  return [
    'Global LLDP local-information:',
    ' Chassis type        : MAC address',
    ` Chassis ID          : ${dashedMac(chassisMac(device))}`,
    ` System name         : ${device.announcedName}`,
    ` System description  : ${wrapped(systemDescription(device))}`,
    ' System capabilities supported : Bridge, Router',
    ' System capabilities enabled   : Bridge, Router',
    '',
    ' MED information:',
    ' Device class              : Connectivity device',
    ' MED inventory information of master board:',
    ' HardwareRev               : VER.A',
    ' FirmwareRev               : 108',
    ` SoftwareRev               : ${device.entry.osVersion.replace(',', '')}`,
    ` SerialNum                 : ${device.serials[0] ?? ''}`,
    ` Manufacturer name         : ${vendorOf(device)}`,
    ` Model name                : ${device.entry.productId}`,
    ' Asset tracking identifier : Unknown',
    '',
  ].join('\n');
}
