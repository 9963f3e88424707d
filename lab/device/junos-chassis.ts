import type { LabDevice } from '../network/blueprint.ts';
import type { CliContext } from './cli-context.ts';
import { byMember, byMemberText, data, junosJson } from './junos-json.ts';

interface Part {
  readonly item: string;
  readonly version?: string;
  readonly partNumber?: string;
  readonly serial?: string;
  readonly description: string;
}

/** A virtual chassis has the serial number of its master; its members are FPCs. */
function partsOf(device: LabDevice): readonly [Part, ...Part[]] {
  const { entry, serials } = device;
  const isVirtual = serials.length > 1;
  const members = serials.flatMap((serial, n): Part[] => [
    {
      item: `Routing Engine ${n}`,
      partNumber: 'BUILTIN',
      serial: 'BUILTIN',
      description: `${entry.productId} Routing Engine`,
    },
    {
      item: `FPC ${n}`,
      version: 'REV 11',
      partNumber: '750-034248',
      serial: isVirtual ? serial : `LABFPC${device.index}`,
      description: entry.productId,
    },
    {
      item: `Power Supply ${n}`,
      version: 'REV 03',
      partNumber: '740-041741',
      serial: `LABPSU${device.index}${n}`,
      description: 'JPSU-650W-AC-AFO',
    },
  ]);
  const description = isVirtual ? 'Virtual Chassis' : entry.productId;
  return [{ item: 'Chassis', serial: serials[0] ?? '', description }, ...members];
}

export function junosHardware({ device }: CliContext): string {
  const row = (item: string, version: string, part: string, serial: string, description: string): string =>
    `${item.padEnd(17)}${version.padEnd(9)}${part.padEnd(13)}${serial.padEnd(18)}${description}`;
  return [
    'Hardware inventory:',
    row('Item', 'Version', 'Part number', 'Serial number', 'Description'),
    ...partsOf(device).map(({ item, version = '', partNumber = '', serial = '', description }) =>
      row(item, version, partNumber, serial, description),
    ),
    '',
  ].join('\n');
}

export function junosHardwareJson({ device }: CliContext): string {
  const [chassis, ...modules] = partsOf(device).map((part) => ({
    name: data(part.item),
    ...(part.version === undefined ? {} : { version: data(part.version) }),
    ...(part.partNumber === undefined ? {} : { 'part-number': data(part.partNumber) }),
    ...(part.serial === undefined ? {} : { 'serial-number': data(part.serial) }),
    description: data(part.description),
  }));
  const inventory = {
    attributes: { xmlns: 'http://xml.juniper.net/junos/21.4R0/junos-chassis' },
    chassis: [{ attributes: { 'junos:style': 'inventory' }, ...chassis, 'chassis-module': modules }],
  };
  return junosJson({ 'chassis-inventory': [inventory] });
}

/** `3w2d 04:12`, below a day `04:12`. */
function ago(minutes: number): string {
  const weeks = Math.floor(minutes / 10_080);
  const days = Math.floor((minutes % 10_080) / 1440);
  const clock = [Math.floor((minutes % 1440) / 60), minutes % 60].map((n) => String(n).padStart(2, '0'));
  const long = `${weeks > 0 ? `${weeks}w` : ''}${weeks + days > 0 ? `${days}d ` : ''}`;
  return `${long}${clock.join(':')}`;
}

export function junosUptime({ device }: CliContext): string {
  const lines = [
    'Current time: 2026-11-20 09:00:00 UTC',
    'Time Source:  NTP CLOCK ',
    `System booted: 2026-01-01 00:00:00 UTC (${ago(device.uptimeMinutes)} ago)`,
    `Protocols started: 2026-01-01 00:03:00 UTC (${ago(device.uptimeMinutes - 3)} ago)`,
    'Last configured: 2026-11-02 14:05:11 UTC (2w3d 18:54 ago) by netops',
    ' 9:00AM  up 40 days,  9:00, 1 users, load averages: 0.32, 0.29, 0.30',
    '',
  ];
  return byMemberText(device, lines.join('\n'));
}

export function junosUptimeJson({ device }: CliContext): string {
  const since = (minutes: number) => ({
    'date-time': data('2026-01-01 00:00:00 UTC', { 'junos:seconds': '1767225600' }),
    'time-length': data(ago(minutes), { 'junos:seconds': String(minutes * 60) }),
  });
  const uptime = {
    'current-time': [{ 'date-time': data('2026-11-20 09:00:00 UTC', { 'junos:seconds': '1795165200' }) }],
    'time-source': data(' NTP CLOCK '),
    'system-booted-time': [since(device.uptimeMinutes)],
    'protocols-started-time': [since(device.uptimeMinutes - 3)],
  };
  return junosJson(byMember(device, { 'system-uptime-information': [uptime] }));
}
