import type { Topology } from '../model/link.ts';
import type { MappedDevice, MappedEnd, MappedLink, RunMap } from '../model/run-map.ts';
import { compareText } from './compare-text.ts';

/** The map of a run in the form that is kept: sorted, by name, without ids that a later visit would change. */
export function runMapOf({ devices, links }: Topology): RunMap {
  return {
    devices: devices
      .map(({ name, visited, platform, model, osVersion, serials }): MappedDevice => ({
        ...{ name, visited, platform, model, osVersion },
        serials: [...serials].sort(compareText),
      }))
      .sort((one, other) => compareText(one.name, other.name)),
    links: links
      .map(({ a, b, status }): MappedLink => {
        const ends = [end(a), end(b)].sort((one, other) => compareText(endText(one), endText(other)));
        return { a: ends[0] ?? end(a), b: ends[1] ?? end(b), status };
      })
      .sort((one, other) => compareText(linkText(one), linkText(other))),
  };
}

const end = ({ device, port }: { readonly device: string; readonly port: string | null }): MappedEnd => ({
  device,
  port,
});

export const endText = ({ device, port }: MappedEnd): string => `${device} ${port ?? '?'}`;
export const linkText = ({ a, b }: MappedLink): string => `${endText(a)} - ${endText(b)}`;
