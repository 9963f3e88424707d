/** A map from a key to the different values that were added under it, in the order of adding. */
export class Multimap<K, V> {
  readonly #sets = new Map<K, Set<V>>();

  add(key: K, value: V): void {
    const set = this.#sets.get(key);
    if (set === undefined) this.#sets.set(key, new Set([value]));
    else set.add(value);
  }

  get(key: K): readonly V[] {
    const set = this.#sets.get(key);
    return set === undefined ? [] : [...set];
  }

  has(key: K): boolean {
    return this.#sets.has(key);
  }

  /** The value of a key that has exactly one. */
  only(key: K): V | null {
    const set = this.#sets.get(key);
    return set?.size === 1 ? (set.values().next().value as V) : null;
  }

  entries(): Iterable<[K, ReadonlySet<V>]> {
    return this.#sets.entries();
  }
}
