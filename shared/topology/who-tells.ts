import type { Topology } from '../model/link.ts';
import { compareText } from './compare-text.ts';
import { matchDeviceNames } from './match-device-names.ts';

/** One device that tells of another: on which port of its own, over what, and when it was last read. */
export interface Teller {
  readonly device: string;
  readonly localPort: string | null;
  readonly protocols: readonly ('cdp' | 'lldp')[];
  /** Epoch milliseconds. */
  readonly seenAt: number;
}

/** Everybody who tells of a device, by name and port; the device by a name, an address, a serial number or an id. */
export function whoTells({ devices, links }: Topology, asked: string): readonly Teller[] {
  const ids = new Set(matchDeviceNames(devices, asked).map(({ nodeId }) => nodeId));
  const tellers = links.flatMap(({ a, b, told = [] }) =>
    [
      [a, b],
      [b, a],
    ].flatMap(([own, other]) => {
      if (!own || !other || !ids.has(own.nodeId) || own.nodeId === other.nodeId) return [];
      const entries = told.filter(({ nodeId }) => nodeId === other.nodeId);
      if (entries.length === 0) return [];
      return [
        {
          ...{ device: other.device, localPort: other.port },
          protocols: [...new Set(entries.map(({ protocol }) => protocol))].sort(compareText),
          seenAt: Math.max(...entries.map(({ seenAt }) => seenAt)),
        },
      ];
    }),
  );
  return tellers.sort(
    (one, other) =>
      compareText(one.device, other.device) || compareText(one.localPort ?? '', other.localPort ?? ''),
  );
}
