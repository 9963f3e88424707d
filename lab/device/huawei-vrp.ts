import { chassisMac, dashedMac } from './announcement.ts';
import { stepBack, type CliContext, type CliDialect } from './cli-context.ts';
import { wrongWord } from './hp-comware.ts';
import { systemDescription } from './system-description.ts';
import { comwareUptime, vrpUptime } from './uptime.ts';
import { vrpLldpBrief, vrpLldpDetail } from './vrp-neighbors.ts';
import { vrpIpBrief, vrpVlan } from './own-listings.ts';

const MORE = '  ---- More ----';
/** VRP wipes more than it wrote. */
const WIPED = 42;

const isVrp8 = ({ device }: Pick<CliContext, 'device'>): boolean => device.entry.osVersion.startsWith('8');

const ANSWERS = {
  'display version': version,
  'display esn': esn,
  'display vlan': vrpVlan,
  'display ip interface brief': vrpIpBrief,
  'display lldp local': local,
  'display lldp neighbor': vrpLldpDetail,
  'display lldp neighbor brief': vrpLldpBrief,
} as const;

/** Huawei VRP: a cousin of Comware with words of its own, which it puts behind `Info:` and `Error:`. */
export const HUAWEI_VRP: CliDialect = {
  prompt: ({ name }) => `<${name}>`,
  greeting: ({ entry }) =>
    `Info: The max number of VTY users is ${entry.osVersion.startsWith('8') ? 21 : 5}, and the number\n      of current VTY users on line is 1.\n      The current login time is 2026-11-20 09:00:00+00:00.\n`,
  pager: { text: () => MORE, erase: stepBack(WIPED) },
  rejected: (line, promptLength) =>
    `${' '.repeat(promptLength + wrongWord(line, Object.keys(ANSWERS)))}^\nError: Unrecognized command found at '^' position.\n`,
  leave: ['quit'],
  modes: {
    'system-view': {
      prompt: (device) => `[${isVrp8({ device }) ? '~' : ''}${device.name}]`,
      enters: 'Enter system view, return user view with Ctrl+Z.\n',
      leave: ['quit', 'return'],
    },
  },
  settings: {
    'screen-length 0 temporary': {
      does: 'no-pages',
      says: () => 'Info: The configuration takes effect on the current user terminal interface only.\n',
    },
  },
  answers: ANSWERS,
};

function version({ device }: CliContext): string {
  const { model, osVersion } = device.entry;
  const uptime = isVrp8({ device })
    ? `HUAWEI ${model ?? ''} uptime is ${vrpUptime(device.uptimeMinutes)}`
    : `HUAWEI ${model ?? ''} Routing Switch uptime is ${comwareUptime(device.uptimeMinutes)}`;
  const boards = device.serials.flatMap((_, n) => [
    `${model ?? ''} ${n}(${n === 0 ? 'Master' : 'Standby'})  : uptime is ${comwareUptime(device.uptimeMinutes - 1)}`,
    'DDR             Memory Size : 1024  M bytes',
    'FLASH Total     Memory Size : 512   M bytes',
    'Pcb           Version : VER.B',
    'BootROM       Version : 0213.0000',
    'CPLD          Version : 0104',
    `Software      Version : VRP (R) Software, Version ${osVersion}`,
    'PWR1 information',
    'Pcb           Version : PWR VER.A',
    '',
  ]);
  return [
    'Huawei Versatile Routing Platform Software',
    `VRP (R) software, Version ${osVersion}`,
    'Copyright (C) 2000-2021 HUAWEI TECH Co., Ltd.',
    uptime,
    'Patch Version: SPH010',
    '',
    ...boards,
  ].join('\n');
}

function esn({ device }: CliContext): string {
  const { serials } = device;
  const lines = isVrp8({ device })
    ? [`ESN of device: ${serials[0] ?? ''}`]
    : serials.map((serial, n) => `ESN of slot ${n}: ${serial}`);
  return [...lines, ''].join('\n');
}

function local({ device }: CliContext): string {
  const ports = device.ports.flatMap(({ name }) => [
    '',
    `${name}:`,
    'Port ID type   :Interface name',
    `Port ID        :${name}`,
    'Port description    :',
    'LLDP enable status  :enabled (default is enabled)',
  ]);
  return [
    'System information',
    '--------------------------------------------------------------------------',
    'Chassis type   :MAC address',
    `Chassis ID     :${dashedMac(chassisMac(device))}`,
    `System name    :${device.announcedName}`,
    `System description  :${systemDescription(device)}`,
    'System capabilities supported   :bridge router',
    'System capabilities enabled     :bridge router',
    'LLDP Up time   :2026/01/01 00:03:00',
    '',
    'Port information',
    ...ports,
    '',
  ].join('\n');
}
