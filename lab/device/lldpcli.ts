import type { Heard } from '../network/heard.ts';
import type { LabDevice } from '../network/blueprint.ts';
import { cdpDeviceId, cdpPlatform, chassisMac, LLDP_CAPABILITIES, lldpPort } from './announcement.ts';
import { systemDescription } from './system-description.ts';

/** What lldpd 1.0.16 prints, as `lldpcli show neighbors` and with `-f json0`. */

const RULE = '-'.repeat(79);
const CAPABILITIES = [
  ['Other', 'O'],
  ['Repeater', 'P'],
  ['Bridge', 'B'],
  ['Router', 'R'],
  ['Wlan', 'W'],
  ['Station', 'S'],
] as const;
const OWN = ['Bridge', 'Router', 'Wlan', 'Station'] as const;
const PORT_TYPES = { mac: 'mac', name: 'ifname', local: 'local' } as const;

interface Entry {
  readonly local: string;
  readonly via: 'LLDP' | 'CDPv2';
  readonly rid: number;
  readonly chassis: { type: string; id: string; name: string; description: string; address: string };
  readonly capabilities: readonly { type: string; enabled: boolean }[];
  readonly port: { type: string; id: string; description: string };
}

export function lldpcliNeighborsJson0(heard: readonly Heard[]): string {
  const entries = entriesOf(heard).map((entry) => ({
    name: entry.local,
    via: entry.via,
    rid: String(entry.rid),
    age: '3 days, 02:11:40',
    chassis: [chassisJson(entry)],
    port: [
      {
        id: [{ type: entry.port.type, value: entry.port.id }],
        descr: [{ value: entry.port.description }],
        ttl: [{ value: '120' }],
      },
    ],
  }));
  const lldp = entries.length === 0 ? [{}] : [{ interface: entries }];
  return `${JSON.stringify({ lldp }, null, 2)}\n`;
}

export function lldpcliChassisJson0(device: LabDevice): string {
  const chassis = {
    id: [{ type: 'mac', value: chassisMac(device) }],
    name: [{ value: device.announcedName }],
    descr: [{ value: systemDescription(device) }],
    'mgmt-ip': [{ value: device.addresses[0] ?? '' }],
    capability: OWN.map((type) => ({ type, enabled: type === 'Router' })),
  };
  return `${JSON.stringify({ 'local-chassis': [{ chassis: [chassis] }] }, null, 2)}\n`;
}

export function lldpcliNeighborsPlain(heard: readonly Heard[]): string {
  const blocks = entriesOf(heard).map((entry) => [
    `Interface:    ${entry.local}, via: ${entry.via}, RID: ${entry.rid}, Time: 3 days, 02:11:40`,
    '  Chassis:     ',
    `    ChassisID:    ${entry.chassis.type} ${entry.chassis.id}`,
    `    SysName:      ${entry.chassis.name}`,
    `    SysDescr:     ${entry.chassis.description.replaceAll('\n', `\n${' '.repeat(18)}`)}`,
    `    MgmtIP:       ${entry.chassis.address}`,
    ...entry.capabilities.map(({ type, enabled }) => `    Capability:   ${type}, ${enabled ? 'on' : 'off'}`),
    '  Port:        ',
    `    PortID:       ${entry.port.type} ${entry.port.id}`,
    `    PortDescr:    ${entry.port.description}`,
    '    TTL:          120',
    RULE,
  ]);
  return [RULE, 'LLDP neighbors:', RULE, ...blocks.flat(), ''].join('\n');
}

function chassisJson({ via, chassis, capabilities }: Entry): object {
  return {
    id: [{ type: chassis.type, value: chassis.id }],
    name: [{ value: chassis.name }],
    descr: [{ value: chassis.description }],
    'mgmt-ip': [{ value: chassis.address }],
    ...(via === 'LLDP' ? { 'mgmt-iface': [{ value: '2' }] } : {}),
    capability: capabilities,
  };
}

/** A port that hears both protocols has an entry for each. */
function entriesOf(heard: readonly Heard[]): Entry[] {
  return heard.flatMap((one) => [...(one.lldp ? [lldpEntry(one)] : []), ...(one.cdp ? [cdpEntry(one)] : [])]);
}

function lldpEntry({ here, there }: Heard): Entry {
  const { kind } = there.device.entry;
  const port = lldpPort(there);
  return {
    local: here.port.name,
    via: 'LLDP',
    rid: there.device.index + 1,
    chassis: {
      type: 'mac',
      id: chassisMac(there.device),
      name: there.device.announcedName,
      description: systemDescription(there.device),
      address: there.told,
    },
    capabilities: CAPABILITIES.flatMap(([type, letter]) => {
      const { supported, enabled } = LLDP_CAPABILITIES[kind];
      return supported.includes(letter) ? [{ type, enabled: enabled.includes(letter) }] : [];
    }),
    port: { type: PORT_TYPES[port.type], id: port.id, description: port.description },
  };
}

/** For CDP, lldpd puts the platform before the version text and the port under both names. */
function cdpEntry({ here, there }: Heard): Entry {
  const id = cdpDeviceId(there.device);
  return {
    local: here.port.name,
    via: 'CDPv2',
    rid: there.device.index + 1,
    chassis: {
      type: 'local',
      id,
      name: id,
      description: `${cdpPlatform(there.device)} running on\n${systemDescription(there.device)}`,
      address: there.told,
    },
    capabilities: [{ type: 'Router', enabled: true }],
    port: { type: 'ifname', id: there.port.name, description: there.port.name },
  };
}
