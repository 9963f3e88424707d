import type { Facts } from '../model/device.ts';
import type { NeighborEntry } from '../model/neighbor.ts';
import { readAddresses } from './addresses.ts';
import { facts } from './facts.ts';
import { asList, asObjects, asText, isObject, readJson } from './json-values.ts';
import type { JsonObject } from './json-values.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { withoutSerial } from './without-serial.ts';

/** `show version | json` of NX-OS. The running version is `nxos_ver_str`, before NX-OS 9 `sys_ver_str`, else that of the kickstart image. */
export function parseNxosVersionJson(text: string): Facts {
  const json = readJson(text) ?? {};
  const of = (key: string): string | undefined => asText(json[key]);
  const running = of('nxos_ver_str') ?? of('sys_ver_str') ?? of('kickstart_ver_str');
  return facts({
    hostname: of('host_name'),
    vendor: /cisco/i.test(`${of('manufacturer') ?? ''}${of('header_str') ?? ''}`) ? 'Cisco' : undefined,
    // `Nexus9000 C93180YC-FX Chassis`, `Nexus 5596 Chassis ("O2 48X10GE/Modular Supervisor")`
    model: of('chassis_id')?.split(/ chassis\b/i)[0],
    // `7.1(0)D1(1) [build 7.2(0)ZD(0.17)]`
    osVersion: running?.split(' [')[0],
    serials: [of('proc_board_id')],
    uptimeSeconds: uptimeOf(json),
  });
}

function uptimeOf(json: JsonObject): number | undefined {
  const parts = ['kern_uptm_days', 'kern_uptm_hrs', 'kern_uptm_mins', 'kern_uptm_secs'].map((key) =>
    asText(json[key]),
  );
  if (parts[0] === undefined) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

/** `show cdp neighbors detail | json` of NX-OS. A table with one row is an object, with more a list. */
export function parseNxosCdpJson(text: string): NeighborEntry[] {
  return neighborEntries(
    rows(text, 'cdp_neighbor_detail_info').map((row) => ({
      protocol: 'cdp',
      localPort: asText(row['intf_id']),
      remoteName: withoutSerial(asText(row['device_id']) ?? ''),
      portId: asText(row['port_id']),
      addresses: addressesOf(row),
      platform: asText(row['platform_id']),
      capabilities: texts(row['capability'])
        .flatMap((words) => words.split(/[\s,]+/))
        .filter(Boolean),
      description: asText(row['version']),
    })),
  );
}

/** `show lldp neighbors detail | json` of NX-OS. */
export function parseNxosLldpJson(text: string): NeighborEntry[] {
  return neighborEntries(
    rows(text, 'nbor_detail').map((row) => ({
      protocol: 'lldp',
      localPort: asText(row['l_port_id']),
      remoteName: asText(row['sys_name']),
      portId: asText(row['port_id']),
      portDescription: asText(row['port_desc']),
      addresses: [...texts(row['mgmt_addr']), ...texts(row['mgmt_addr_ipv6'])],
      chassisId: asText(row['chassis_id']),
      capabilities: letters(row['enabled_capability']) ?? letters(row['system_capability']) ?? [],
      description: asText(row['sys_desc']),
    })),
  );
}

/** Whether the answer is the table, or an object without it: NX-OS leaves the table out where it has no row. */
export const isNxosJson = (text: string): boolean => readJson(text) !== undefined;

/** The rows of `TABLE_<name>`, each in a `ROW_<name>`. */
function rows(text: string, name: string): JsonObject[] {
  const table = readJson(text)?.[`TABLE_${name}`];
  return asObjects(table).flatMap((one) => asObjects(one[`ROW_${name}`]));
}

/** The management addresses, else those of the interface: as the text is read. */
function addressesOf(row: JsonObject): string[] {
  const management = ['v4mgmtaddr', 'v6mgmtaddr'].flatMap((key) => texts(row[key]));
  return readAddresses(management).length > 0
    ? management
    : ['v4addr', 'v6addr'].flatMap((key) => texts(row[key]));
}

/** The texts of a value that is one, a list of them, or an object that holds them (some releases, for several addresses). */
function texts(value: unknown): string[] {
  return asList(value)
    .flatMap((one) => (isObject(one) ? Object.values(one) : [one]))
    .map(asText)
    .filter((text) => text !== undefined);
}

/** `B, R`; undefined for none and for `not advertised`. */
function letters(value: unknown): string[] | undefined {
  const all = texts(value)
    .flatMap((text) => text.split(/[\s,]+/))
    .filter(Boolean);
  return all.length === 0 || /^(?:not|null)$/i.test(all[0] ?? '') ? undefined : all;
}
