import type { Outcome } from '../model/outcome.ts';
import type { RunSettings } from '../model/run.ts';
import type { Target } from '../model/target.ts';
import type { Resolver } from '../ports/resolver.ts';
import { canonicalAddress, parseSeed, targetIdOf } from '../topology/address.ts';
import { makeScope } from '../topology/scope.ts';

/** The seeds of a run as targets: names looked up, addresses out of scope recorded as skipped, never dialled. */
export async function seedTargets(
  settings: RunSettings,
  runId: string,
  now: number,
  resolver: Resolver,
): Promise<readonly Target[]> {
  const scope = makeScope(settings);
  const targets: Target[] = [];
  for (const seed of settings.seeds) {
    const { host, port: seedPort, isAddress } = parseSeed(seed);
    const port = seedPort ?? settings.port;
    const base = { runId, port, depth: 0, seed: true, toldBy: null, attempts: 0, enqueuedAt: now } as const;
    const addresses = isAddress ? [host] : await resolver.lookup(host);
    const known = addresses.map(canonicalAddress).filter((address) => address !== null);
    const inScope = known.filter((address) => scope.check(address).allowed);
    const [address] = inScope.length > 0 ? inScope : known;
    if (address === undefined) {
      targets.push(ended({ ...base, targetId: `name:${host}`, address: host }, nameUnknown(host), now));
      continue;
    }
    const target = {
      ...base,
      targetId: targetIdOf(address, port, settings.port),
      address,
      ...(isAddress ? {} : { nameHint: host }),
    };
    const verdict = scope.check(address);
    targets.push(
      verdict.allowed
        ? { ...target, status: 'pending', alternates: inScope.slice(1) }
        : ended(target, { kind: 'skipped', skip: 'out-of-scope', reason: verdict.reason }, now),
    );
  }
  return targets;
}

function nameUnknown(host: string): Outcome {
  return {
    kind: 'failed',
    class: 'dns-failed',
    phase: 'dns',
    reason: `the name ${host} has no address: check the spelling, or give the seed as an address`,
  };
}

function ended(target: Omit<Target, 'status'>, outcome: Outcome, now: number): Target {
  return { ...target, status: outcome.kind === 'skipped' ? 'skipped' : 'failed', outcome, finishedAt: now };
}
