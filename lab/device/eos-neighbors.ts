import type { Heard } from '../network/heard.ts';
import type { CliContext } from './cli-context.ts';
import { chassisMac, dottedMac, inWords, LLDP_CAPABILITIES, lldpPort } from './announcement.ts';
import { jsonText } from './json-text.ts';
import { systemDescription } from './system-description.ts';

/** LLDP as Arista EOS prints it. Names stand in quotes, MAC addresses do not. */

const PORT_TYPES = {
  mac: { words: 'MAC address (3)', json: 'macAddress' },
  name: { words: 'Interface name (5)', json: 'interfaceName' },
  local: { words: 'Locally assigned (7)', json: 'local' },
} as const;

const portId = ({ there }: Heard): string => {
  const port = lldpPort(there);
  return port.isMac ? dottedMac(port.id) : `"${port.id}"`;
};

export function eosLldpDetail({ heard }: CliContext): string {
  return [
    ...heard.filter(({ lldp }) => lldp).map(detailEntry),
    'Interface Management1 detected 0 LLDP neighbors:\n',
  ].join('\n');
}

function detailEntry(entry: Heard): string {
  const { here, there } = entry;
  const port = lldpPort(there);
  const { supported, enabled } = LLDP_CAPABILITIES[there.device.entry.kind];
  const mac = dottedMac(chassisMac(there.device));
  return [
    `Interface ${here.port.name} detected 1 LLDP neighbors:`,
    '',
    `  Neighbor ${mac}/${portId(entry)}, age 21 seconds`,
    '  Discovered 3 days, 4:12:09 ago; Last changed 3 days, 4:12:09 ago',
    '  - Chassis ID type: MAC address (4)',
    `    Chassis ID     : ${mac}`,
    `  - Port ID type: ${PORT_TYPES[port.type].words}`,
    `    Port ID     : ${portId(entry)}`,
    '  - Time To Live: 120 seconds',
    `  - Port Description: "${port.description}"`,
    `  - System Name: "${there.device.announcedName}"`,
    `  - System Description: "${systemDescription(there.device)}"`,
    `  - System Capabilities : ${inWords(supported).join(', ')}`,
    `    Enabled Capabilities: ${inWords(enabled).join(', ')}`,
    '  - Management Address Subtype: IPv4 (1)',
    `    Management Address        : ${there.told}`,
    '    Interface Number Subtype  : ifIndex (2)',
    '    Interface Number          : 999001',
    '    OID String                : ',
    '  - IEEE802.1/IEEE802.3 Link Aggregation',
    '    Link Aggregation Status: Capable, Disabled (0x01)',
    '    Port ID                : 0',
    '  - IEEE802.3 Maximum Frame Size: 9236 bytes',
    '',
  ].join('\n');
}

export function eosLldpDetailJson({ heard }: CliContext): string {
  const ports = heard
    .filter(({ lldp }) => lldp)
    .map((entry) => [entry.here.port.name, { lldpNeighborInfo: [jsonEntry(entry)] }] as const);
  return jsonText({
    lldpNeighbors: { ...Object.fromEntries(ports), Management1: { lldpNeighborInfo: [] } },
  });
}

function jsonEntry(entry: Heard): object {
  const { there } = entry;
  const port = lldpPort(there);
  const { supported, enabled } = LLDP_CAPABILITIES[there.device.entry.kind];
  const capabilities = supported.map((letter) => {
    const [word = ''] = inWords([letter]);
    return [word === 'WLAN' ? 'wlanAccessPoint' : word.toLowerCase(), enabled.includes(letter)] as const;
  });
  return {
    chassisIdType: 'macAddress',
    chassisId: dottedMac(chassisMac(there.device)),
    systemName: there.device.announcedName,
    systemDescription: systemDescription(there.device),
    systemCapabilities: Object.fromEntries(capabilities),
    managementAddresses: [
      {
        addressType: 'ipv4',
        address: there.told,
        interfaceNumType: 'ifIndex',
        interfaceNum: 999_001,
        oidString: '',
      },
    ],
    neighborInterfaceInfo: {
      interfaceIdType: PORT_TYPES[port.type].json,
      interfaceId: portId(entry),
      interfaceId_v2: port.isMac ? dottedMac(port.id) : port.id,
      interfaceDescription: port.description,
      maxFrameSize: 9236,
      linkAggregationStatus: 'capableAndDisabled',
    },
    ttl: 120,
    lastContactTime: 1_700_000_000.25,
    neighborDiscoveryTime: 1_699_700_000.5,
    lastChangeTime: 1_699_700_000.5,
  };
}

/** Local ports are cut short here: `Et49/1`. */
export function eosLldpTable({ heard }: CliContext): string {
  const rows = heard
    .filter(({ lldp }) => lldp)
    .map(({ here, there }) => {
      const port = lldpPort(there);
      const local = here.port.name.replace('Ethernet', 'Et').padEnd(10);
      const id = port.isMac ? dottedMac(port.id) : port.id;
      return `${local} ${there.device.announcedName.padEnd(30)} ${id.padEnd(26)} 120`;
    });
  return [
    'Last table change time   : 3 days, 4:12:09 ago',
    `Number of table inserts  : ${rows.length}`,
    'Number of table deletes  : 0',
    'Number of table drops    : 0',
    'Number of table age-outs : 0',
    '',
    'Port       Neighbor Device ID             Neighbor Port ID           TTL',
    '---------- ------------------------------ -------------------------- ---',
    ...rows,
    '',
  ].join('\n');
}
