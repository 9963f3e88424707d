import { hashOf, NETBOX_LIMITS } from './fit-text.ts';

/**
 * A slug for each name: letters, digits, `-` and `_`, at most 100. Names that would share one, and those that have none of these characters,
 * get a mark of their own, the same in every export of the same names.
 */
export function makeSlugs(names: Iterable<string>): ReadonlyMap<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of [...new Set(names)].sort()) {
    const plain = slugOf(name);
    const slug = plain === '' || taken.has(plain) ? marked(plain, name) : plain;
    taken.add(slug);
    slugs.set(name, slug);
  }
  return slugs;
}

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9_]+/g, '-')
    .slice(0, NETBOX_LIMITS.slug)
    .replace(/^-+|-+$/g, '');

const marked = (slug: string, name: string): string =>
  [slug.slice(0, NETBOX_LIMITS.slug - 9), hashOf(name)].filter((part) => part !== '').join('-');
