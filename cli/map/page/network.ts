import type { MapData, MapDevice, MapLink } from '../map-data.ts';
import { byId } from './element.ts';

/** The data of the page, with what is looked up often. */
export interface Network extends MapData {
  readonly deviceOf: ReadonlyMap<string, MapDevice>;
  readonly linksOf: ReadonlyMap<string, readonly MapLink[]>;
}

export function readNetwork(): Network {
  const data = JSON.parse(byId('data').textContent) as MapData;
  const deviceOf = new Map(data.devices.map((device) => [device.id, device]));
  const linksOf = new Map<string, MapLink[]>(data.devices.map(({ id }) => [id, []]));
  for (const link of data.links) {
    for (const id of new Set([link.a.id, link.b.id])) linksOf.get(id)?.push(link);
  }
  return { ...data, deviceOf, linksOf };
}
