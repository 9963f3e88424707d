import type { MappedDevice, MappedLink, RunMap } from '../model/run-map.ts';
import { Multimap } from './multimap.ts';
import { pairDevices } from './pair-devices.ts';

/** Two maps with their devices found in each other, and who could say what of one in the other. */
export class MapPair {
  readonly before: RunMap;
  readonly after: RunMap;
  readonly #after = new Map<string, MappedDevice>();
  readonly #before = new Map<string, MappedDevice>();
  readonly #oldById: ReadonlyMap<string, MappedDevice>;
  readonly #newById: ReadonlyMap<string, MappedDevice>;
  readonly #linksBefore: Multimap<string, MappedLink>;
  readonly #linksAfter: Multimap<string, MappedLink>;

  constructor(before: RunMap, after: RunMap) {
    this.before = before;
    this.after = after;
    const old = new Map(before.devices.map((device) => [device.id, device]));
    const now = new Map(after.devices.map((device) => [device.id, device]));
    for (const [one, other] of pairDevices(before, after)) {
      this.#after.set(one, now.get(other)!);
      this.#before.set(other, old.get(one)!);
    }
    this.#oldById = old;
    this.#newById = now;
    this.#linksBefore = byDevice(before);
    this.#linksAfter = byDevice(after);
  }

  /** The same device in the later map. */
  afterOf(idBefore: string): MappedDevice | null {
    return this.#after.get(idBefore) ?? null;
  }

  /** The same device in the earlier map. */
  beforeOf(idAfter: string): MappedDevice | null {
    return this.#before.get(idAfter) ?? null;
  }

  old(id: string): MappedDevice | null {
    return this.#oldById.get(id) ?? null;
  }

  new(id: string): MappedDevice | null {
    return this.#newById.get(id) ?? null;
  }

  linksOf(run: 'before' | 'after', id: string): readonly MappedLink[] {
    return (run === 'before' ? this.#linksBefore : this.#linksAfter).get(id);
  }

  /** The later run does not have it, and each of those who told of it was visited again; where nobody had, nobody can. */
  isGone({ id }: MappedDevice): boolean {
    if (this.afterOf(id) !== null) return false;
    const tellers = tellersOf(id, this.linksOf('before', id));
    return tellers.length > 0 && tellers.every((teller) => this.afterOf(teller)?.status === 'visited');
  }

  /**
   * Whoever could tell of a link of the earlier run was asked again: each end was visited, or is gone itself, or never tells (it was not
   * visited then, and did not fail now). One end at least was visited.
   */
  isAsked({ a, b }: MappedLink): boolean {
    const ids = [a.id, b.id];
    return (
      ids.some((id) => this.afterOf(id)?.status === 'visited') &&
      ids.every((id) => {
        const now = this.afterOf(id);
        if (now?.status === 'visited') return true;
        if (this.old(id)?.status === 'visited') return now === null && this.isGone(this.old(id)!);
        return now?.status !== 'failed';
      })
    );
  }
}

/** Devices at the other end of its links that told of them. */
export function tellersOf(id: string, links: readonly MappedLink[]): readonly string[] {
  const tellers = links.flatMap((link) => link.told.map(({ end }) => link[end].id));
  return [...new Set(tellers)].filter((teller) => teller !== id);
}

function byDevice({ links }: RunMap): Multimap<string, MappedLink> {
  const index = new Multimap<string, MappedLink>();
  for (const link of links) for (const { id } of [link.a, link.b]) index.add(id, link);
  return index;
}
