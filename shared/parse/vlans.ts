import type { Vlan } from '../model/collected.ts';
import { stated } from './stated.ts';

/** What a parser found, as printed. */
export interface RawVlan {
  readonly id: string | number | null | undefined;
  readonly name?: string | null | undefined;
}

/** IEEE 802.1Q: 0 is no VLAN, and 4095 is reserved. */
const LAST_ID = 4094;
const NAME_LIMIT = 128;

/** The VLANs in the order of their ids, each once: a name that stands nowhere else fills in one that is missing. */
export function vlans(raws: readonly RawVlan[]): Vlan[] {
  const found = new Map<number, Vlan>();
  for (const raw of raws) {
    const id = idOf(raw.id);
    if (id === null) continue;
    const name = stated(raw.name)?.replace(/\s+/g, ' ').slice(0, NAME_LIMIT);
    const known = found.get(id);
    if (known?.name === undefined) found.set(id, name === undefined ? { id } : { id, name });
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}

function idOf(value: RawVlan['id']): number | null {
  const text = String(value ?? '').trim();
  const id = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return id >= 1 && id <= LAST_ID ? id : null;
}
