import type { LabDevice } from '../network/blueprint.ts';
import { chassisMac, dottedMac } from './announcement.ts';
import { CISCO_LEAVE, CISCO_SETTINGS } from './cisco-settings.ts';
import { ERASE_LINE, type CliContext, type CliDialect } from './cli-context.ts';
import { eosLldpDetail, eosLldpDetailJson, eosLldpTable } from './eos-neighbors.ts';
import { jsonText } from './json-text.ts';
import { eosUptime } from './uptime.ts';
import { eosIpBrief, eosIpBriefJson, eosVlan, eosVlanJson } from './interface-listings.ts';

const BUILD = '34812261';

/** Arista EOS: words as on IOS, its own texts, and every answer as JSON behind `| json`. */
export const ARISTA_EOS: CliDialect = {
  pager: { text: () => '\u001b[7m --More-- \u001b[27m', erase: ERASE_LINE },
  rejected: (line) => `% Invalid input (at token 1: '${line.trim().split(/\s+/)[1] ?? line.trim()}')\n`,
  leave: CISCO_LEAVE,
  settings: {
    ...CISCO_SETTINGS,
    'terminal length': {
      takesNumber: true,
      does: 'length',
      says: (length) => (length === 0 ? 'Pagination disabled.\n' : `Pagination set to ${length} lines.\n`),
    },
    'terminal width': {
      takesNumber: true,
      does: 'nothing',
      says: (width) => `Width set to ${width} columns.\n`,
    },
  },
  denied: '% Bad secret\n\n',
  answers: {
    'show version': version,
    'show version | json': versionJson,
    'show hostname': ({ device }) => `Hostname: ${device.name}\nFQDN:     ${device.announcedName}\n`,
    'show hostname | json': ({ device }) => jsonText({ hostname: device.name, fqdn: device.announcedName }),
    'show inventory': inventory,
    'show vlan': eosVlan,
    'show vlan | json': eosVlanJson,
    'show ip interface brief': eosIpBrief,
    'show ip interface brief | json': eosIpBriefJson,
    'show lldp neighbors': eosLldpTable,
    'show lldp neighbors detail': eosLldpDetail,
    'show lldp neighbors detail | json': eosLldpDetailJson,
  },
};

const internalVersion = ({ entry }: LabDevice): string =>
  `${entry.osVersion}-${BUILD}.${entry.osVersion.replaceAll('.', '')}`;

function version({ device }: CliContext): string {
  const { entry } = device;
  const mac = dottedMac(chassisMac(device));
  return [
    `Arista ${entry.productId}`,
    'Hardware version: 11.01',
    `Serial number: ${device.serials[0] ?? ''}`,
    `Hardware MAC address: ${mac}`,
    `System MAC address: ${mac}`,
    '',
    `Software image version: ${entry.osVersion}`,
    'Architecture: x86_64',
    `Internal build version: ${internalVersion(device)}`,
    'Internal build ID: 5f3c0b1e-7a52-4c31-9d8e-0a6f2b7c4d10',
    'Image format version: 3.0',
    `Image optimization: ${entry.image}`,
    '',
    `Uptime: ${eosUptime(device.uptimeMinutes)}`,
    'Total memory: 8098984 kB',
    'Free memory: 5841220 kB',
    '',
  ].join('\n');
}

function versionJson({ device }: CliContext): string {
  const { entry } = device;
  return jsonText({
    mfgName: 'Arista',
    modelName: entry.productId,
    hardwareRevision: '11.01',
    serialNumber: device.serials[0] ?? '',
    systemMacAddress: chassisMac(device),
    hwMacAddress: chassisMac(device),
    configMacAddress: '00:00:00:00:00:00',
    version: entry.osVersion,
    architecture: 'x86_64',
    internalVersion: internalVersion(device),
    internalBuildId: '5f3c0b1e-7a52-4c31-9d8e-0a6f2b7c4d10',
    imageFormatVersion: '3.0',
    imageOptimization: entry.image,
    bootupTimestamp: 1_700_000_000.5,
    uptime: device.uptimeMinutes * 60 + 0.42,
    memTotal: 8_098_984,
    memFree: 5_841_220,
    isIntlVersion: false,
  });
}

function inventory({ device }: CliContext): string {
  const serial = device.serials[0] ?? '';
  return [
    'System information',
    '    Model                    Description',
    '    ------------------------ ----------------------------------------------------',
    `    ${device.entry.productId.padEnd(24)} 48 SFP+ and 6 QSFP100 port switch`,
    '',
    '    HW Version  Serial Number  Mfg Date   Epoch',
    '    ----------- -------------- ---------- -----',
    `    11.01       ${serial.padEnd(14)} 2021-05-18 01.00`,
    '',
    'System has 2 power supply slots',
    '    Slot Model            Serial Number',
    '    ---- ---------------- ----------------',
    `    1    PWR-500AC-F      LABPSU${String(device.index).padStart(5, '0')}1`,
    `    2    PWR-500AC-F      LABPSU${String(device.index).padStart(5, '0')}2`,
    '',
  ].join('\n');
}
