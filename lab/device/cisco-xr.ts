import type { CliContext, CliDialect } from './cli-context.ts';
import { overwrite } from './cli-context.ts';
import { CISCO_LEAVE, CISCO_SETTINGS } from './cisco-settings.ts';
import { iosUptime } from './uptime.ts';
import { xrCdpDetail, xrCdpTable, xrLldpDetail, xrLldpTable } from './xr-neighbors.ts';
import { iosIpv6Brief, xrIpBrief } from './interface-listings.ts';

const MORE = ' --More-- ';

/** IOS XR: the node in its prompt, and a time stamp above every answer. */
export const CISCO_XR: CliDialect = {
  prompt: ({ name }) => `RP/0/RP0/CPU0:${name}#`,
  pager: { text: () => MORE, erase: overwrite(MORE.length) },
  rejected: (_line, promptLength) =>
    `${' '.repeat(promptLength)}^\n% Invalid input detected at '^' marker.\n`,
  leave: CISCO_LEAVE,
  above: 'Fri Nov 20 09:00:00.417 UTC\n',
  settings: {
    'terminal length': CISCO_SETTINGS['terminal length'],
    'terminal width': CISCO_SETTINGS['terminal width'],
    end: CISCO_SETTINGS.end,
  },
  answers: {
    'show version': version,
    'show version brief': version,
    'show inventory': inventory,
    'show ip interface brief': xrIpBrief,
    'show ipv6 interface brief': iosIpv6Brief,
    'admin show inventory': adminInventory,
    'show cdp neighbors': xrCdpTable,
    'show cdp neighbors detail': xrCdpDetail,
    'show lldp neighbors': xrLldpTable,
    'show lldp neighbors detail': xrLldpDetail,
  },
};

function version({ device }: CliContext): string {
  const { model, osVersion, image } = device.entry;
  return [
    '',
    `Cisco IOS XR Software, Version ${osVersion}`,
    'Copyright (c) 2013-2022 by Cisco Systems, Inc.',
    '',
    'Build Information:',
    ' Built By     : lab',
    ' Built On     : Tue Aug  9 02:11:40 PDT 2022',
    ' Built Host   : lab-build-7',
    ` Workspace    : /auto/lab/${osVersion}/${image}/ws`,
    ` Version      : ${osVersion}`,
    ' Location     : /opt/cisco/XR/packages/',
    ' Label        : lab',
    '',
    `cisco ${model ?? ''} () processor`,
    `System uptime is ${iosUptime(device.uptimeMinutes)}`,
    '',
  ].join('\n');
}

interface Part {
  readonly name: string;
  readonly description: string;
  readonly productId: string;
  readonly serial: string;
}

function partsOf({ device }: CliContext): readonly Part[] {
  const { productId } = device.entry;
  return [
    {
      name: 'Rack 0',
      description: `${productId} Chassis`,
      productId,
      serial: device.serials[0] ?? '',
    },
    {
      name: '0/RP0',
      description: `${productId} Route Processor`,
      productId: `${productId}-RP`,
      serial: `LABRP${device.index}`,
    },
    {
      name: '0/PM0',
      description: '950W AC Power Module',
      productId: 'NCS-950W-ACFW',
      serial: `LABPM${device.index}`,
    },
  ];
}

function inventory(context: CliContext): string {
  const parts = partsOf(context).map(
    ({ name, description, productId, serial }) =>
      `NAME: "${name}", DESCR: "${description}"\nPID: ${productId.padEnd(18)}, VID: V01, SN: ${serial}\n`,
  );
  return `\n${parts.join('\n')}`;
}

/** In admin mode without quotes and commas, in columns. */
function adminInventory(context: CliContext): string {
  const parts = partsOf(context).map(
    ({ name, description, productId, serial }) =>
      ` Name: ${name.padEnd(22)}Descr: ${description}\n PID: ${productId.padEnd(23)}VID: V01                   SN: ${serial}\n`,
  );
  return `\n${parts.join('\n')}`;
}
