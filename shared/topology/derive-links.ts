import type { Link, LinkEnd, LinkStatus, LinkTelling } from '../model/link.ts';
import { endKey, type Claim } from './claims.ts';
import { compareText } from './compare-text.ts';
import { Multimap } from './multimap.ts';

interface End {
  readonly nodeId: string;
  readonly port: string | null;
}

interface Draft {
  readonly a: End;
  readonly b: End;
  readonly claims: Claim[];
}

/**
 * Links from claims whose ports are settled: claims about the same two ends are one link, whichever protocol and end they
 * come from. `show` gives an end its names.
 */
export function deriveLinks(claims: readonly Claim[], show: (end: End) => LinkEnd): Link[] {
  const telling = withoutEchoes(claims);
  const said = new Multimap<string, Claim>();
  for (const claim of telling) {
    if (claim.fromPort !== null) said.add(endKey(claim.from, claim.fromPort), claim);
  }
  const links = [...draft(telling).values()].map(({ a, b, claims: by }) => ({
    a: show(a),
    b: show(b),
    status: statusOf(by, said),
    protocols: [...new Set(by.map(({ told }) => told.entry.protocol))].sort(compareText),
    told: tellings(by),
  }));
  return links.sort((x, y) => compareEnds(x.a, y.a) || compareEnds(x.b, y.b));
}

/** Who told of a link: the last entry of each device and protocol. */
function tellings(claims: readonly Claim[]): LinkTelling[] {
  const latest = new Map<string, LinkTelling>();
  for (const { from, told } of claims) {
    const { protocol, seenAt } = told.entry;
    const key = `${from}\n${protocol}`;
    const known = latest.get(key);
    if (known === undefined || known.seenAt < seenAt) latest.set(key, { nodeId: from, protocol, seenAt });
  }
  return [...latest].sort(([one], [other]) => compareText(one, other)).map(([, telling]) => telling);
}

/** A claim that names no port of a neighbor says nothing new beside one that does, on the same port about the same neighbor. */
function withoutEchoes(claims: readonly Claim[]): readonly Claim[] {
  const cable = (claim: Claim): string => `${endKey(claim.from, claim.fromPort)}\n${claim.to}`;
  const named = new Set(claims.filter(({ rank }) => rank === 2).map(cable));
  return claims.filter((claim) => claim.rank > 0 || claim.fromPort === null || !named.has(cable(claim)));
}

function draft(claims: readonly Claim[]): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  for (const claim of claims) {
    const from = { nodeId: claim.from, port: claim.fromPort };
    const to = { nodeId: claim.to, port: claim.toPort };
    const [a, b] = compareEnds(from, to) <= 0 ? [from, to] : [to, from];
    const key = `${endKey(a.nodeId, a.port)}\n${endKey(b.nodeId, b.port)}`;
    const known = drafts.get(key);
    if (known === undefined) drafts.set(key, { a, b, claims: [claim] });
    else known.claims.push(claim);
  }
  return drafts;
}

function statusOf(claims: readonly Claim[], said: Multimap<string, Claim>): LinkStatus {
  const [claim] = claims as [Claim];
  const loop = claim.from === claim.to && claim.fromPort === claim.toPort;
  const speakers = new Set(claims.map(({ from, fromPort }) => endKey(from, fromPort)));
  if (loop || speakers.size === 2) return 'confirmed';
  if (claim.device === null || claim.toPort === null) return 'one-sided';
  const other = said.get(endKey(claim.to, claim.toPort));
  if (other.length === 0) return 'one-sided';
  // An entry about us that names no port of ours does not speak against the link.
  return other.some(({ to, rank }) => to === claim.from && rank < 2) ? 'one-sided' : 'conflicting';
}

function compareEnds(a: End, b: End): number {
  return compareText(a.nodeId, b.nodeId) || compareText(a.port ?? '', b.port ?? '');
}
