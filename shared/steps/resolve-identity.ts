import type { AliasKey } from '../model/alias.ts';
import type { Store } from '../ports/store.ts';

type Devices = Pick<Store, 'getDevice' | 'getAliases' | 'claimAlias' | 'claimVisit'>;

/** What a device says of itself, as keys. See `identityOf` in topology. */
export interface Identity {
  readonly name: string;
  /** Readable and the same whoever computes it: two probes of one device agree without asking each other. */
  readonly candidateId: string;
  /** Serial numbers and chassis ids, strongest first. */
  readonly strong: readonly AliasKey[];
  /** Names. */
  readonly weak: readonly AliasKey[];
}

export type Resolved =
  | { readonly kind: 'ours'; readonly deviceId: string }
  /** Another target of this run visits the device, or has visited it. */
  | { readonly kind: 'alias'; readonly deviceId: string; readonly of: string };

/**
 * Decides which device stands behind a session, and whether this target is the one that visits it in this run. Every
 * decision is one conditional write, so racing probes of one device under two addresses meet in one device.
 */
export async function resolveIdentity(
  store: Devices,
  where: { readonly network: string; readonly runId: string; readonly targetId: string },
  identity: Identity,
): Promise<Resolved> {
  const { runId, targetId } = where;
  const deviceId = await deviceIdOf(store, where.network, identity);
  const visit = await store.claimVisit(runId, { deviceId, targetId, name: identity.name });
  if (visit.targetId === targetId) return { kind: 'ours', deviceId };
  if (visit.name.toLowerCase() === identity.name.toLowerCase()) {
    return { kind: 'alias', deviceId, of: visit.targetId };
  }
  // One thing cannot have two names at one time: clones share a serial number (virtual machines, containers).
  const own = await store.claimVisit(runId, {
    deviceId: identity.candidateId,
    targetId,
    name: identity.name,
  });
  return own.targetId === targetId
    ? { kind: 'ours', deviceId: identity.candidateId }
    : { kind: 'alias', deviceId: identity.candidateId, of: own.targetId };
}

async function deviceIdOf(store: Devices, network: string, identity: Identity): Promise<string> {
  const { candidateId, strong, weak } = identity;
  if (await store.getDevice(network, candidateId)) return candidateId;
  // Known under another name (renamed) or another first serial (a stack whose master changed).
  const holders = await store.getAliases(network, [...strong, ...weak]);
  const [known] = holders.slice(0, strong.length).filter((holder) => holder !== null);
  if (known !== undefined) return known;
  // Known by name only, from a visit that could read neither serial nor chassis id.
  for (const named of holders.slice(strong.length).filter((holder) => holder !== null)) {
    const device = await store.getDevice(network, named);
    if (device && device.serials.length === 0 && device.chassisIds.length === 0) return named;
  }
  const [first] = strong.length > 0 ? strong : weak;
  return first === undefined ? candidateId : store.claimAlias(network, first, candidateId);
}

/** Claims the remaining aliases. Who holds one already keeps it: a serial that two devices claim decides nothing. */
export async function recordAliases(
  store: Pick<Store, 'getAliases' | 'claimAlias'>,
  network: string,
  deviceId: string,
  identity: Identity,
  address: string,
): Promise<void> {
  const all: readonly AliasKey[] = [...identity.strong, ...identity.weak, `address:${address}`];
  const holders = await store.getAliases(network, all);
  const free = all.filter((_, index) => holders[index] === null);
  await Promise.all(free.map((key) => store.claimAlias(network, key, deviceId)));
}
