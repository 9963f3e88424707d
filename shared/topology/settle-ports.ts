import { endKey, type Claim } from './claims.ts';
import type { PortBooks } from './match-neighbors.ts';
import { Multimap } from './multimap.ts';
import { macDigits } from './port-name.ts';

/**
 * Settles the ports that an entry leaves open (a MAC address that no port has, no local port at all), from the other
 * protocol's entry on the same port and from what the other end says. What stays ambiguous stays as it was told. Each
 * step reads what the steps before it settled, never its own results, so that the order of the entries does not matter.
 */
export function settlePorts(claims: readonly Claim[], books: PortBooks): void {
  settleByOtherProtocol(claims);
  settleLocalPorts(claims);
  settleByReverse(claims, books);
  settlePairs(claims, books);
}

type Change = () => void;

function apply(changes: readonly Change[]): void {
  for (const change of changes) change();
}

const remote =
  (claim: Claim, port: string | null, rank: Claim['rank']): Change =>
  () => {
    claim.toPort = port;
    claim.rank = rank;
  };

/** CDP and LLDP about one neighbor on one port: the one that names the remote port speaks for the other. */
function settleByOtherProtocol(claims: readonly Claim[]): void {
  const cables = new Multimap<string, Claim>();
  for (const claim of claims) {
    if (claim.fromPort !== null) cables.add(`${endKey(claim.from, claim.fromPort)}\n${claim.to}`, claim);
  }
  const changes: Change[] = [];
  for (const [, cable] of cables.entries()) {
    for (const claim of cable) {
      const better = betterPort(claim, [...cable]);
      if (better !== null) changes.push(remote(claim, better.toPort, better.rank));
    }
  }
  apply(changes);
}

function betterPort(claim: Claim, cable: readonly Claim[]): Claim | null {
  const own = cable.filter(({ told }) => told.entry.protocol === claim.told.entry.protocol);
  const other = cable.filter(({ told }) => told.entry.protocol !== claim.told.entry.protocol);
  if (own.some(({ rank }) => rank > claim.rank)) return null;
  const best = Math.max(0, ...other.map(({ rank }) => rank));
  const ports = other.filter(({ rank }) => rank === best);
  if (new Set(ports.map(({ toPort }) => toPort)).size !== 1) return null;
  if (best > claim.rank) return ports[0]!;
  // Two names of one port of a neighbor that nobody asked: CDP's is the interface name, LLDP's may be anything.
  const twoNames =
    best === claim.rank && claim.device === null && own.length === 1 && ports[0]!.toPort !== null;
  return twoNames && claim.told.entry.protocol === 'lldp' ? ports[0]! : null;
}

/** Old IOS prints no local port in `show lldp neighbors detail`: our CDP entry about the same port has it, or the other end. */
function settleLocalPorts(claims: readonly Claim[]): void {
  const ours = new Multimap<string, string>();
  const theirs = new Multimap<string, string>();
  const between = new Multimap<string, string>();
  const open = new Multimap<string, Claim>();
  for (const claim of claims) {
    const { from, fromPort, to, toPort, rank } = claim;
    const pair = `${from}\n${to}`;
    if (fromPort === null) open.add(pair, claim);
    else {
      between.add(pair, fromPort);
      if (toPort !== null && rank > 0) ours.add(`${pair}\n${toPort}`, fromPort);
      // Not only sure ones: a device that prints no local ports has none that we could know.
      if (toPort !== null && rank > 0) theirs.add(`${to}\n${from}\n${fromPort}`, toPort);
    }
  }
  const changes: Change[] = [];
  for (const [pair, set] of open.entries()) {
    for (const claim of set) {
      const key = `${pair}\n${claim.toPort ?? ''}`;
      const port =
        ours.only(key) ?? theirs.only(key) ?? (set.size === 1 ? openPort(claim, between, pair) : null);
      if (port !== null) changes.push(() => void (claim.fromPort = port));
    }
  }
  apply(changes);
  settleByOtherProtocol(claims);
}

/** The only port between two nodes, where the entry does not say which remote port it means. */
function openPort(claim: Claim, between: Multimap<string, string>, pair: string): string | null {
  return claim.rank === 2 ? null : between.only(pair);
}

/** The remote port is the one whose own entry speaks of us on this port, unless another entry of ours has it already. */
function settleByReverse(claims: readonly Claim[], books: PortBooks): void {
  const said = new Multimap<string, string>();
  const taken = new Set<string>();
  for (const claim of claims) {
    const { from, fromPort, to, toPort } = claim;
    if (claim.rank !== 2 || fromPort === null || toPort === null) continue;
    said.add(`${from}\n${endKey(to, toPort)}`, fromPort);
    taken.add(takenKey(claim, toPort));
  }
  const changes: Change[] = [];
  for (const claim of claims) {
    if (claim.rank === 2 || claim.device === null || claim.fromPort === null) continue;
    const ports = said.get(`${claim.to}\n${endKey(claim.from, claim.fromPort)}`);
    const free = ports.filter((port) => !taken.has(takenKey(claim, port)) && mayBe(claim, port, books));
    if (free.length === 1) changes.push(remote(claim, free[0]!, 2));
  }
  apply(changes);
}

function takenKey({ from, fromPort, to, told }: Claim, toPort: string): string {
  return `${endKey(from, fromPort)}\n${endKey(to, toPort)}\n${told.entry.protocol}`;
}

/** Two devices that each see the other on one port and cannot name the other's: it is the same cable. */
function settlePairs(claims: readonly Claim[], books: PortBooks): void {
  const open = new Multimap<string, Claim>();
  for (const claim of claims) {
    if (claim.rank < 2 && claim.device !== null && claim.fromPort !== null && claim.from !== claim.to) {
      open.add(`${claim.from}\n${claim.to}`, claim);
    }
  }
  const changes: Change[] = [];
  for (const [, set] of open.entries()) {
    const ours = [...set];
    const first = ours[0]!;
    const theirs = open.get(`${first.to}\n${first.from}`);
    const port = onlyPort(theirs);
    if (port === null || onlyPort(ours) === null) continue;
    const fits = ours.every((claim) => mayBe(claim, port, books));
    const back = theirs.every((claim) => mayBe(claim, first.fromPort!, books));
    if (fits && back) for (const claim of ours) changes.push(remote(claim, port, 2));
  }
  apply(changes);
}

function onlyPort(claims: readonly Claim[]): string | null {
  const ports = new Set(claims.map(({ fromPort }) => fromPort));
  return ports.size === 1 ? claims[0]!.fromPort : null;
}

/** A MAC address that was told as port id and differs from the port's own speaks against the port. */
function mayBe(claim: Claim, port: string, books: PortBooks): boolean {
  const told = claim.toPort === null ? null : macDigits(claim.toPort);
  if (told === null) return true;
  const own = books.get(claim.device!)!.macOf(port);
  return own === null || told === own;
}
