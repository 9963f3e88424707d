import type { Facts } from '../model/device.ts';
import type { NeighborEntry } from '../model/neighbor.ts';
import { facts } from './facts.ts';
import { asObjects, asText, isObject, readJson } from './json-values.ts';
import type { JsonObject } from './json-values.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';

/** `show version | json` of EOS. `uptime` (seconds) came with EOS 4.21; older ones only say when they booted. */
export function parseAristaVersionJson(text: string): Facts {
  const json = readJson(text) ?? {};
  const uptime = json['uptime'];
  return facts({
    vendor: asText(json['mfgName']) ?? ('modelName' in json ? 'Arista' : undefined),
    model: asText(json['modelName']),
    osVersion: asText(json['version'])?.split(' (')[0],
    serials: [asText(json['serialNumber'])],
    uptimeSeconds: typeof uptime === 'number' ? uptime : undefined,
    chassisIds: [asText(json['systemMacAddress'])],
  });
}

/** `show hostname | json` of EOS: `{"hostname": "spine1", "fqdn": "spine1.example.net"}`. */
export function parseAristaHostnameJson(text: string): Facts {
  const json = readJson(text);
  return facts({ hostname: asText(json?.['hostname']) ?? asText(json?.['fqdn']) });
}

/** `show inventory | json` of EOS. */
export function parseAristaInventoryJson(text: string): Facts {
  const system = readJson(text)?.['systemInformation'];
  if (!isObject(system)) return {};
  return facts({ model: asText(system['name']), serials: [asText(system['serialNum'])] });
}

/**
 * `show lldp neighbors detail | json` of EOS: `lldpNeighbors`, by local port, each with a list `lldpNeighborInfo`; without
 * `detail` a list of `{"port": "Ethernet1", "neighborDevice": "spine1", "neighborPort": "Ethernet3"}`.
 */
export function parseAristaLldpJson(text: string): NeighborEntry[] {
  const ports = readJson(text)?.['lldpNeighbors'];
  if (!isObject(ports)) return neighborEntries(asObjects(ports).map(readBrief));
  return neighborEntries(
    Object.entries(ports).flatMap(([localPort, port]) =>
      asObjects(isObject(port) ? port['lldpNeighborInfo'] : null).map((info) => readInfo(localPort, info)),
    ),
  );
}

const readBrief = (row: JsonObject): RawEntry => ({
  protocol: 'lldp',
  localPort: asText(row['port']),
  remoteName: asText(row['neighborDevice']),
  portId: asText(row['neighborPort']),
});

function readInfo(localPort: string, info: JsonObject): RawEntry {
  const port = asObjects(info['neighborInterfaceInfo'])[0] ?? {};
  return {
    protocol: 'lldp',
    localPort,
    remoteName: asText(info['systemName']),
    // `interfaceId` has quotes in it, `interfaceId_v2` has not.
    portId: asText(port['interfaceId_v2']) ?? asText(port['interfaceId']),
    portDescription: asText(port['interfaceDescription']),
    addresses: asObjects(info['managementAddresses']).map((one) => asText(one['address']) ?? ''),
    chassisId: asText(info['chassisId']),
    capabilities: readCapabilities(info['systemCapabilities']),
    description: asText(info['systemDescription']),
  };
}

/** `{"bridge": true, "router": false}`: the enabled ones, else the supported ones. */
function readCapabilities(element: unknown): string[] {
  const all = isObject(element) ? Object.keys(element) : [];
  const on = all.filter((name) => isObject(element) && element[name] === true);
  return on.length > 0 ? on : all;
}
