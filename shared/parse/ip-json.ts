import type { InterfaceAddress, Vlan } from '../model/collected.ts';
import { interfaceAddresses } from './interface-addresses.ts';
import { asObjects, asText, isObject, type JsonObject } from './json-values.ts';
import { vlans } from './vlans.ts';

/** `ip -json addr show` of iproute2: `[{"ifname": "eth0", "addr_info": [{"local": "10.0.0.1", "prefixlen": 24}]}]`. */
export function parseIpAddrJson(text: string): InterfaceAddress[] {
  return interfaceAddresses(
    links(text).flatMap((link) =>
      asObjects(link['addr_info']).map((held) => ({
        port: asText(link['ifname']),
        address: `${asText(held['local']) ?? ''}/${asText(held['prefixlen']) ?? ''}`,
      })),
    ),
  );
}

/** `ip -json -details link show type vlan`: the number stands in `linkinfo.info_data.id`. */
export function parseIpVlanJson(text: string): Vlan[] {
  return vlans(
    links(text).map((link) => {
      const info = isObject(link['linkinfo']) ? link['linkinfo'] : {};
      const data = isObject(info['info_data']) ? info['info_data'] : {};
      return {
        id: info['info_kind'] === 'vlan' ? asText(data['id']) : undefined,
        name: asText(link['ifname']),
      };
    }),
  );
}

/** Where there is nothing, `[]` is printed, and by some releases nothing at all. */
export const isIpJson = (text: string): boolean => text.trim() === '' || readList(text) !== undefined;

const links = (text: string): JsonObject[] => asObjects(readList(text));

function readList(text: string): unknown {
  const [start, end] = [text.indexOf('['), text.lastIndexOf(']')];
  if (start < 0 || end < start) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1)) as unknown;
  } catch {
    return undefined;
  }
}
