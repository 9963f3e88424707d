import type { InterfaceAddress, Vlan } from '../model/collected.ts';
import { interfaceAddresses, type RawAddress } from './interface-addresses.ts';
import { asObjects, asText, isObject, readJson, type JsonObject } from './json-values.ts';
import { vlans } from './vlans.ts';

/** `show vlan | json` of EOS: `{"vlans": {"10": {"name": "USERS", "status": "active", ...}}}`. */
export function parseAristaVlanJson(text: string): Vlan[] {
  return vlans(entriesOf(text, 'vlans').map(([id, vlan]) => ({ id, name: asText(vlan['name']) })));
}

/** `show ip interface brief | json` of EOS: `interfaceAddress` holds `ipAddr`, in older releases `primaryIp` and more. */
export function parseAristaAddressJson(text: string): InterfaceAddress[] {
  return interfaceAddresses(
    entriesOf(text, 'interfaces').flatMap(([key, port]) =>
      asObjects(port['interfaceAddress']).flatMap((held) =>
        [held['ipAddr'], held['primaryIp'], ...asObjects(held['secondaryIpsOrderedList'])]
          .filter(isObject)
          .map((one) => rawOf(asText(port['name']) ?? key, one)),
      ),
    ),
  );
}

function rawOf(port: string, { address, maskLen }: JsonObject): RawAddress {
  return { port, address: `${asText(address) ?? ''}/${asText(maskLen) ?? ''}` };
}

function entriesOf(text: string, key: string): [string, JsonObject][] {
  const all = readJson(text)?.[key];
  return Object.entries(isObject(all) ? all : {}).filter((entry): entry is [string, JsonObject] =>
    isObject(entry[1]),
  );
}
