import type { Facts } from '../model/device.ts';
import type { NeighborEntry } from '../model/neighbor.ts';
import { facts } from './facts.ts';
import { asObjects, asText, isObject, readJson } from './json-values.ts';
import type { JsonObject } from './json-values.ts';
import { cdpDescription, lldpcliProtocol } from './lldpcli-protocol.ts';
import { lldpcliNamed, lldpcliText } from './lldpcli-values.ts';
import { lldpcliTexts } from './lldpcli-values.ts';
import type { NamedElement } from './lldpcli-values.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';

/**
 * `lldpcli -f json0 show neighbors` and `lldpcli -f json show neighbors`, with or without `details`: one entry for each
 * neighbor, over LLDP or CDP. Entries over other protocols (EDP, FDP, SONMP) are left out.
 */
export function parseLldpcliJson(text: string): NeighborEntry[] {
  const interfaces = asObjects(readJson(text)?.['lldp']).flatMap((lldp) =>
    lldpcliNamed(lldp['interface'], (object) => typeof object['via'] === 'string'),
  );
  return neighborEntries(interfaces.map(readInterface).filter((entry) => entry !== null));
}

/** Whether the text is what lldpcli prints as JSON: `{"lldp": {}}` is, with no neighbor; an error message is not. */
export function isLldpcliJson(text: string): boolean {
  const json = readJson(text);
  return json !== undefined && ('lldp' in json || 'local-chassis' in json);
}

/** `lldpcli -f json0 show chassis`: what this device sends about itself. */
export function parseLldpcliChassis(text: string): Facts {
  const chassis = asObjects(readJson(text)?.['local-chassis']).flatMap((local) =>
    readChassis(local['chassis']),
  )[0];
  if (chassis === undefined) return {};
  return facts({ hostname: chassis.name, chassisIds: [readId(chassis.body['id']).value] });
}

function readInterface(element: NamedElement): RawEntry | null {
  const protocol = lldpcliProtocol(asText(element.body['via']) ?? '');
  if (protocol === null) return null;
  const chassis = readChassis(element.body['chassis'])[0];
  const port = asObjects(element.body['port'])[0] ?? {};
  const inventory = asObjects(asObjects(element.body['lldp-med'])[0]?.['inventory'])[0];
  const described = lldpcliText(chassis?.body['descr']);
  const cdp = protocol === 'cdp' ? cdpDescription(described) : undefined;
  return {
    protocol,
    localPort: element.name ?? asText(element.body['name']),
    remoteName: chassis?.name,
    portId: readId(port['id']).value,
    portDescription: lldpcliText(port['descr']),
    addresses: lldpcliTexts(chassis?.body['mgmt-ip']),
    chassisId: readId(chassis?.body['id']).value,
    platform: cdp?.platform ?? lldpcliText(inventory?.['model']),
    capabilities: readCapabilities(chassis?.body['capability']),
    description: cdp?.description ?? described,
  };
}

const readChassis = (element: unknown): NamedElement[] =>
  lldpcliNamed(element, (object) => asObjects(object['id']).some((id) => typeof id['type'] === 'string'));

function readId(element: unknown): { value: string | undefined } {
  const id = asObjects(element)[0];
  return { value: isObject(id) ? asText(id['value']) : undefined };
}

/** The enabled ones, else all that are listed. */
function readCapabilities(element: unknown): string[] {
  const all = asObjects(element);
  const on = all.filter((capability: JsonObject) => capability['enabled'] === true);
  return (on.length > 0 ? on : all).map((capability) => asText(capability['type']) ?? '');
}
