import type { MappedEnd, MappedLink } from '../model/run-map.ts';
import { compareText } from './compare-text.ts';
import { onlyPairs } from './pair-devices.ts';
import { linkKey, portKey } from './run-map.ts';

export interface LinkPairs {
  readonly pairs: readonly (readonly [MappedLink, MappedLink])[];
  readonly onlyBefore: readonly MappedLink[];
  readonly onlyAfter: readonly MappedLink[];
}

/**
 * Which link of a later map is which of an earlier one. First those whose ends are the same; then, of two devices, those that share one
 * port, where neither shares one with another link: a cable that was moved at one end, or a port that was not known. `idAfter` gives a
 * device's id in the later map.
 */
export function pairLinks(
  before: readonly MappedLink[],
  after: readonly MappedLink[],
  idAfter: (id: string) => string,
): LinkPairs {
  const now = new Map(after.map((link) => [linkKey(link), link]));
  const pairs: (readonly [MappedLink, MappedLink])[] = [];
  const left: Half[] = [];
  for (const link of before) {
    const renamed = withIds(link, idAfter);
    const same = now.get(linkKey(renamed));
    if (same) {
      pairs.push([link, same]);
      now.delete(linkKey(same));
    } else left.push(halfOf(link, renamed));
  }
  const come = [...now.values()].map((link) => halfOf(link, link));
  const moved = onlyPairs(left, come, ({ keys }) => keys);
  const paired = new Set(moved.flat());
  const rest = (halves: readonly Half[]): readonly MappedLink[] =>
    halves.filter((half) => !paired.has(half)).map(({ link }) => link);
  return {
    pairs: [...pairs, ...moved.map(([one, other]) => [one.link, other.link] as const)],
    onlyBefore: rest(left),
    onlyAfter: rest(come),
  };
}

/** A link that has no partner yet, and the known ports by which it may find one. */
interface Half {
  readonly link: MappedLink;
  readonly keys: readonly string[];
}

function halfOf(link: MappedLink, { a, b }: MappedLink): Half {
  const pair = [a.id, b.id].sort(compareText).join('\n');
  const keys = [a, b].flatMap(({ id, port }) => (port === null ? [] : [`${pair}\n${portKey(id, port)}`]));
  return { link, keys };
}

/** A link with the ids that its devices have in another map. */
export function withIds(link: MappedLink, idOf: (id: string) => string): MappedLink {
  const end = (each: MappedEnd): MappedEnd => ({ ...each, id: idOf(each.id) });
  return { ...link, a: end(link.a), b: end(link.b) };
}
