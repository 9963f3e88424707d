import type { DeviceConnection, DeviceLine } from '../model/device-line.ts';

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

export type OwnLine =
  | { readonly found: 'line'; readonly line: DeviceLine }
  /** The device holds the connection no more. */
  | { readonly found: 'gone' }
  /** It may be held, and no line is provably ours: nothing may be cleared. */
  | { readonly found: 'unproven'; readonly reason: string };

/**
 * The line of a leaked session, if the device's own listings prove it. `leaked` and `own` are our ends of the two connections as our
 * kernel had them: the leaked one, and the one that asks.
 *
 * The proof is a count. Our own connection must show under our own address and port (else an address is translated in between, and
 * nothing can be recognised). The leaked one must show under its own. The connections that come from our address must be these two
 * and no other, and beside our own line exactly one may be of our user and from our address: then that line can only be the leaked
 * session's. A third connection may be a person at the same host with the same account; then nothing is proved.
 */
export function findOwnLine(seen: {
  readonly lines: readonly DeviceLine[];
  readonly connections: readonly DeviceConnection[];
  readonly user: string;
  readonly leaked: Endpoint;
  readonly own: Endpoint;
}): OwnLine {
  const { lines, connections, user, leaked, own } = seen;
  const mine = connections.find((each) => isAt(each, own));
  if (!mine) {
    return unproven(
      'the device does not list this very connection under our address and port: is an address translated?',
    );
  }
  // What arrives at other ports of the device (BGP, HTTPS) is no line.
  const onThisPort = connections.filter(({ localPort }) => localPort === mine.localPort);
  if (!onThisPort.some((each) => isAt(each, leaked))) return { found: 'gone' };
  const ours = lines.filter(
    (line) => line.user === user && (line.from === null || line.from === own.address),
  );
  const hasUnknownOrigin = ours.some(({ from }) => from === null);
  // Where a listing does not say where a line came from, it may be any connection's.
  const possible = onThisPort.filter(({ address }) => hasUnknownOrigin || address === leaked.address);
  const others = possible.filter((each) => !isAt(each, own) && !isAt(each, leaked));
  if (others.length > 0) {
    return unproven(`${others.length} other connections could be the line's as well`);
  }
  const candidates = ours.filter(({ isOwn }) => !isOwn);
  const [line] = candidates;
  if (ours.length - candidates.length !== 1) return unproven('our own line is not marked in the listing');
  if (!line || candidates.length !== 1) {
    return unproven(`${candidates.length} lines of ${user} could be the one: exactly one must be`);
  }
  return { found: 'line', line };
}

const unproven = (reason: string): OwnLine => ({ found: 'unproven', reason });

const isAt = (connection: DeviceConnection, end: Endpoint): boolean =>
  connection.address === end.address && connection.port === end.port;
