import type ipaddr from 'ipaddr.js';
import { UsageError } from '../errors.ts';
import { canonicalAddress, isDialable, parseAddress } from './address.ts';

export type ScopeVerdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

/** Where a run may dial. */
export interface Scope {
  /** `reason` is a sentence for an operator: it names the scope, or the excluding CIDR. */
  check(address: string): ScopeVerdict;
  /** Whether a whole CIDR lies inside one CIDR of the scope: what an execution may narrow the scope to. */
  covers(cidr: string): boolean;
}

interface Network {
  readonly text: string;
  readonly address: ipaddr.IPv4 | ipaddr.IPv6;
  readonly bits: number;
}

/** How many CIDRs of a long scope a reason names. */
const NAMED = 5;

/**
 * A scope from CIDRs, IPv4 and IPv6; a bare address is itself. What `exclude` holds is out even where `scope` holds it.
 * An empty scope allows nothing. Addresses that no session can be opened to (link-local, multicast) are never allowed.
 * @throws UsageError that names the text which is no CIDR.
 */
export function makeScope(cidrs: {
  readonly scope: readonly string[];
  readonly exclude: readonly string[];
}): Scope {
  const inside = cidrs.scope.map(parseNetwork);
  const outside = cidrs.exclude.map(parseNetwork);
  const named = nameScope(inside);
  return {
    check(text) {
      const address = parseAddress(text);
      if (address === null) return deny(`${JSON.stringify(text.slice(0, 100))} is not an IP address.`);
      const shown = canonicalAddress(text)!;
      if (!isDialable(text)) return deny(`${shown} is not an address that a session can be opened to.`);
      if (!inside.some((network) => holds(network, address))) return deny(`${shown} is outside ${named}.`);
      const excluded = outside.find((network) => holds(network, address));
      return excluded === undefined ? { allowed: true } : deny(`${shown} is excluded by ${excluded.text}.`);
    },
    covers(cidr) {
      const wanted = parseNetwork(cidr);
      return inside.some((network) => network.bits <= wanted.bits && holds(network, wanted.address));
    },
  };
}

function deny(reason: string): ScopeVerdict {
  return { allowed: false, reason };
}

function nameScope(networks: readonly Network[]): string {
  if (networks.length === 0) return 'the scope, which is empty';
  const named = networks.slice(0, NAMED).map(({ text }) => text);
  const more = networks.length - named.length;
  return `the scope (${named.join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
}

function holds(network: Network, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (network.address.kind() !== address.kind()) return false;
  return address.match(network.address, network.bits);
}

function parseNetwork(text: string): Network {
  const cidr = text.trim();
  const slash = cidr.indexOf('/');
  const address = parseAddress(slash < 0 ? cidr : cidr.slice(0, slash));
  if (address === null) throw badCidr(text);
  const longest = address.kind() === 'ipv4' ? 32 : 128;
  const digits = slash < 0 ? String(longest) : cidr.slice(slash + 1);
  const bits = /^\d{1,3}$/.test(digits) ? Number(digits) : Infinity;
  if (bits > longest) throw badCidr(text);
  return { text: cidr, address, bits };
}

function badCidr(text: string): UsageError {
  return new UsageError(
    `${JSON.stringify(text.slice(0, 100))} is not a CIDR. Write 10.0.0.0/8, 2001:db8::/32 or a single address.`,
  );
}
