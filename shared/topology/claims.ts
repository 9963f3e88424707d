import type { Device } from '../model/device.ts';
import type { PortBooks } from './match-neighbors.ts';
import { toldPort } from './port-book.ts';
import { looksLikePort, macDigits } from './port-name.ts';
import type { Told } from './told.ts';

/** One entry with both nodes known: `from` says that `to` is behind `fromPort`. The ports are settled step by step. */
export interface Claim {
  readonly told: Told;
  readonly from: string;
  fromPort: string | null;
  readonly to: string;
  /** The device behind `to`, where it was visited. */
  readonly device: Device | null;
  toPort: string | null;
  /** 2: a port that the device has or could have; 1: some text; 0: a MAC address or nothing, which names no port. */
  rank: 0 | 1 | 2;
}

/** @param nodeOf gives the node id that an entry speaks of. */
export function makeClaim(
  told: Told,
  device: Device | null,
  nodeOf: (told: Told) => string,
  books: PortBooks,
): Claim {
  const { remotePort, remotePortDescription } = told.entry;
  const description = remotePortDescription ?? null;
  const ends = { told, from: told.from.deviceId, fromPort: told.localPort, to: nodeOf(told), device };
  if (device !== null) {
    const { port, sure } = books.get(device)!.find(remotePort, description);
    return { ...ends, toPort: port, rank: sure ? 2 : rankOf(port, false) };
  }
  const port = toldPort(remotePort, description);
  return { ...ends, toPort: port, rank: rankOf(port, true) };
}

function rankOf(port: string | null, trusted: boolean): 0 | 1 | 2 {
  if (port === null || macDigits(port) !== null) return 0;
  return trusted && looksLikePort(port) ? 2 : 1;
}

/** The key of one end: a node and its port. */
export function endKey(nodeId: string, port: string | null): string {
  return `${nodeId}\n${port ?? ''}`;
}
