import type { Facts } from '../model/device.ts';
import type { NeighborEntry } from '../model/neighbor.ts';
import { capabilityWords } from './capability-words.ts';
import { facts } from './facts.ts';
import { asList, asObjects, asText, isObject, readJson } from './json-values.ts';
import type { JsonObject } from './json-values.ts';
import { junosSeconds } from './junos-uptime.ts';
import { neighborEntries } from './neighbor-entry.ts';

/** How deep the results stand: `multi-routing-engine-results`, `multi-routing-engine-item`, then the answer. */
const DEPTH = 6;

/**
 * `show lldp neighbors | display json` of Junos, and the same with `detail` or for one interface. Every value is a list of one
 * object: `[{"data": "ge-0/0/1"}]`. The local port is `lldp-local-port-id` in listings of Junos with ELS, and
 * `lldp-local-interface` elsewhere, where the id beside it is a number; the port is an id or a description.
 */
export function parseJunosLldpJson(text: string): NeighborEntry[] {
  return neighborEntries(
    elements(text, 'lldp-neighbor-information').map((entry) => ({
      protocol: 'lldp',
      localPort: data(entry, 'lldp-local-interface') ?? data(entry, 'lldp-local-port-id'),
      remoteName: data(entry, 'lldp-remote-system-name'),
      portId: data(entry, 'lldp-remote-port-id'),
      portDescription: data(entry, 'lldp-remote-port-description'),
      addresses: asObjects(entry['lldp-remote-management-address']).map((one) => asText(one['data']) ?? ''),
      chassisId: data(entry, 'lldp-remote-chassis-id'),
      capabilities: capabilityWords(
        data(entry, 'lldp-remote-system-capabilities-enabled') ??
          data(entry, 'lldp-remote-system-capabilities-supported') ??
          '',
      ),
      description: descriptionOf(entry),
    })),
  );
}

/** `show version | display json` of Junos; in a virtual chassis or cluster the first member's. */
export function parseJunosVersionJson(text: string): Facts {
  const all = elements(text, 'software-information');
  const packages = all.flatMap((one) => asObjects(one['package-information']));
  const inBrackets = packages
    .map((one) => /\[([^\]]{1,64})\]/.exec(data(one, 'comment') ?? '')?.[1])
    .find((version) => version !== undefined);
  const first = (key: string): string | undefined =>
    all.map((one) => data(one, key)).find((value) => value !== undefined);
  return facts({
    hostname: first('host-name'),
    model: first('product-model'),
    osVersion: first('junos-version') ?? inBrackets,
  });
}

/** `show chassis hardware | display json` of Junos: as the text, see there for virtual chassis. */
export function parseJunosChassisJson(text: string): Facts {
  const chassis = elements(text, 'chassis-inventory').flatMap((one) => asObjects(one['chassis']));
  const isVirtual = chassis.some((one) => /^virtual chassis/i.test(data(one, 'description') ?? ''));
  const members = chassis
    .flatMap((one) => asObjects(one['chassis-module']))
    .filter((module) => isVirtual && /^FPC \d/.test(data(module, 'name') ?? ''));
  const named = [...members, ...chassis].map((one) => data(one, 'description'));
  return facts({
    model: named.find((name) => name !== undefined),
    serials: [...chassis, ...members].map((one) => data(one, 'serial-number')),
  });
}

/** `show system uptime | display json` of Junos. */
export function parseJunosUptimeJson(text: string): Facts {
  const booted = elements(text, 'system-booted-time')[0];
  const length = asObjects(booted?.['time-length'])[0];
  const attributes = length?.['attributes'];
  const seconds = isObject(attributes) ? asText(attributes['junos:seconds']) : undefined;
  const spoken = asText(length?.['data']);
  return facts({
    uptimeSeconds: seconds === undefined ? junosSeconds(spoken ?? '') : Number(seconds),
  });
}

/** Junos prints `{}` or an empty element where there is nothing; an error is not JSON. */
export const isJunosJson = (text: string): boolean => readJunosJson(text) !== undefined;

/** Two routing engines say `{master:0}` above the prompt: braces, but no JSON. */
const readJunosJson = (text: string): JsonObject | undefined =>
  readJson(text.replace(/^\{[a-z]{1,16}(?::\w{1,16})?\}[ \t]{0,8}\r?$/gm, ''));

/** The text itself, or one level further down in details. */
function descriptionOf(entry: JsonObject): string | undefined {
  const [description] = asObjects(entry['lldp-system-description']);
  return description && (asText(description['data']) ?? data(description, 'lldp-remote-system-description'));
}

function data(element: JsonObject, key: string): string | undefined {
  const value = asList(element[key])[0];
  return asText(isObject(value) ? value['data'] : value);
}

/** All objects under the key, wherever it stands. */
function elements(text: string, key: string): JsonObject[] {
  const found: JsonObject[] = [];
  const search = (value: unknown, depth: number): void => {
    for (const object of asObjects(value)) {
      for (const [name, inner] of Object.entries(object)) {
        if (name === key) found.push(...asObjects(inner));
        else if (depth < DEPTH) search(inner, depth + 1);
      }
    }
  };
  search(readJunosJson(text), 0);
  return found;
}
