import type { Facts } from '../model/device.ts';
import type { NeighborEntry } from '../model/neighbor.ts';
import { facts } from './facts.ts';
import { asList, asObjects, asText, isObject, readJson } from './json-values.ts';
import type { JsonObject } from './json-values.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { stated } from './stated.ts';
import { withoutSerial } from './without-serial.ts';

/** `show hostname | json` of NX-OS. */
export function parseNxosHostnameJson(text: string): Facts {
  return facts({ hostname: asText(readJson(text)?.['hostname']) });
}

/** `show version | json` of NX-OS: flat keys; the running version is `nxos_ver_str`, in older releases `sys_ver_str`. */
export function parseNxosVersionJson(text: string): Facts {
  const json = readJson(text) ?? {};
  const version =
    asText(json['nxos_ver_str']) ??
    asText(json['rr_sys_ver']) ??
    asText(json['sys_ver_str']) ??
    asText(json['kickstart_ver_str']);
  const uptime = ['days', 'hrs', 'mins', 'secs'].map((unit) => json[`kern_uptm_${unit}`]);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = uptime.map(Number);
  return facts({
    hostname: asText(json['host_name']),
    vendor: /cisco/i.test(`${asText(json['manufacturer'])}${asText(json['header_str'])}`)
      ? 'Cisco'
      : undefined,
    // `Nexus9000 C9396PX Chassis`, `Nexus 5596 Chassis ("O2 48X10GE/Modular Supervisor")`
    model: asText(json['chassis_id'])?.split(/ chassis\b/i)[0],
    osVersion: version?.split(' [')[0],
    serials: [asText(json['proc_board_id'])],
    uptimeSeconds: uptime.includes(undefined)
      ? undefined
      : ((days * 24 + hours) * 60 + minutes) * 60 + seconds,
  });
}

/** `show inventory | json` of NX-OS: the chassis is the row of that name; some releases put the name in quotes. */
export function parseNxosInventoryJson(text: string): Facts {
  const rows = rowsOf(readJson(text), 'inv');
  const chassis = rows.find((row) => /^chassis\b/i.test(stated(asText(row['name'])) ?? ''));
  return facts({ model: asText(chassis?.['productid']), serials: [asText(chassis?.['serialnum'])] });
}

/** `show cdp neighbors | json` and `show cdp neighbors detail | json` of NX-OS: one table, the detail with addresses. */
export function parseNxosCdpJson(text: string): NeighborEntry[] {
  const json = readJson(text);
  const rows = [
    ...rowsOf(json, 'cdp_neighbor_detail_info'),
    ...rowsOf(json, 'cdp_neighbor_brief_info'),
    ...rowsOf(json, 'cdp_nbor'),
  ];
  return neighborEntries(
    rows.map((row) => {
      const management = texts(row['v4mgmtaddr'], row['v6mgmtaddr']).filter((one) => stated(one) !== null);
      return {
        protocol: 'cdp',
        localPort: asText(row['intf_id']),
        remoteName: withoutSerial(asText(row['device_id']) ?? ''),
        portId: asText(row['port_id']),
        addresses: management.length > 0 ? management : texts(row['v4addr'], row['v6addr']),
        platform: asText(row['platform_id']),
        capabilities: texts(row['capability']).map((one) => one.trim().replaceAll(' ', '-')),
        description: asText(row['version']),
      };
    }),
  );
}

/** `show lldp neighbors | json` (whose `chassis_id` is the name) and `show lldp neighbors detail | json` of NX-OS. */
export function parseNxosLldpJson(text: string): NeighborEntry[] {
  const json = readJson(text);
  const detail = rowsOf(json, 'nbor_detail');
  return neighborEntries([
    ...detail.map((row) => ({
      ...common(row),
      remoteName: asText(row['sys_name']),
      chassisId: asText(row['chassis_id']),
    })),
    ...rowsOf(json, 'nbor').map((row) => ({
      ...common(row),
      remoteName: asText(row['sys_name']) ?? asText(row['chassis_id']),
    })),
  ]);
}

function common(row: JsonObject) {
  const letters =
    stated(asText(row['enabled_capability'])) ?? asText(row['system_capability'] ?? row['capability']);
  return {
    protocol: 'lldp',
    localPort: asText(row['l_port_id']),
    portId: asText(row['port_id']),
    portDescription: asText(row['port_desc']),
    addresses: texts(row['mgmt_addr'], row['mgmt_addr_ipv6']),
    capabilities: letters?.match(/[A-Z]/g) ?? [],
    description: asText(row['sys_desc']),
  } as const;
}

/** `TABLE_x.ROW_x` is one row or a list of rows; NX-API answers stand one level deeper. */
function rowsOf(json: JsonObject | undefined, table: string): JsonObject[] {
  const body = isObject(json?.['body']) ? json['body'] : json;
  return asObjects(body?.[`TABLE_${table}`]).flatMap((one) => asObjects(one[`ROW_${table}`]));
}

/** Values that are one text, a list of them, or an object that holds them (some releases, for several addresses). */
const texts = (...values: readonly unknown[]): string[] =>
  values
    .flatMap(asList)
    .flatMap((value) => (isObject(value) ? Object.values(value) : [value]))
    .map(asText)
    .filter((value) => value !== undefined);

/** An empty table is an empty output, an unknown command is text. */
export const isNxosJson = (text: string): boolean => text.trim() === '' || readJson(text) !== undefined;
