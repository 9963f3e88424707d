import type { CliContext } from './cli-context.ts';
import { chassisMac } from './announcement.ts';
import { systemDescription } from './system-description.ts';
import { iosUptime } from './uptime.ts';

/** `show version` of classic IOS and of IOS-XE; a stack lists its members and their serial numbers. */
export function iosShowVersion({ device }: CliContext): string {
  const { entry } = device;
  const description = systemDescription(device);
  const head = entry.legacy
    ? [description, '', `ROM: Bootstrap program is C2960 boot loader`, '']
    : [`Cisco IOS XE Software, Version ${entry.osVersion}`, description, '', '', 'ROM: IOS-XE ROMMON', ''];
  const image = entry.legacy ? `flash:${entry.image.toLowerCase()}.bin` : 'flash:packages.conf';
  const processor = entry.legacy
    ? `cisco ${entry.productId} (PowerPC405) processor (revision D0) with 65536K bytes of memory.`
    : `cisco ${entry.productId} (X86) processor with 1331521K/6147K bytes of memory.`;
  return [
    ...head,
    `${device.name} uptime is ${iosUptime(device.uptimeMinutes)}`,
    ...(entry.legacy ? [] : [`Uptime for this control processor is ${iosUptime(device.uptimeMinutes + 3)}`]),
    'System returned to ROM by power-on',
    `System image file is "${image}"`,
    'Last reload reason: power-on',
    '',
    processor,
    `Processor board ID ${device.serials[0] ?? ''}`,
    '1 Virtual Ethernet interface',
    '48 Gigabit Ethernet interfaces',
    'The password-recovery mechanism is enabled.',
    '',
    ...identification(chassisMac(device), device.serials[0], entry.productId),
    '',
    ...members(device),
    '',
    'Configuration register is 0xF',
    '',
  ].join('\n');
}

function identification(mac: string, serial = '', productId: string): string[] {
  return [
    `Base Ethernet MAC Address          : ${mac}`,
    'Motherboard Assembly Number        : 73-17952-06',
    `Model Revision Number              : A0`,
    `Model Number                       : ${productId}`,
    `System Serial Number               : ${serial}`,
  ];
}

function members(device: CliContext['device']): string[] {
  const { productId, osVersion, image } = device.entry;
  const rows = device.serials.map(
    (_, n) =>
      `${n === 0 ? '*' : ' '}    ${n + 1} 65    ${productId.padEnd(18)} ${osVersion.padEnd(17)} ${image.padEnd(20)}  INSTALL`,
  );
  const others = device.serials
    .slice(1)
    .flatMap((serial, n) => [
      '',
      `Switch 0${n + 2}`,
      '---------',
      `Switch uptime                      : ${iosUptime(device.uptimeMinutes)}`,
      '',
      ...identification(chassisMac(device), serial, productId),
    ]);
  return [
    'Switch Ports Model              SW Version        SW Image              Mode   ',
    '------ ----- -----              ----------        ----------            ----   ',
    ...rows,
    ...others,
  ];
}
