/**
 * A map from a key to the different values that were added under it, in the order of adding. Most keys have one value (a MAC address, a
 * cable's end): it stands by itself, and a set is made for the second. With a set for each, 28 ports of 10,000 devices took 100 MB.
 */
export class Multimap<K, V> {
  readonly #only = new Map<K, V>();
  readonly #several = new Map<K, Set<V>>();

  add(key: K, value: V): void {
    const several = this.#several.get(key);
    if (several !== undefined) several.add(value);
    else if (!this.#only.has(key)) this.#only.set(key, value);
    else if (this.#only.get(key) !== value) this.#several.set(key, new Set([this.#only.get(key)!, value]));
  }

  get(key: K): readonly V[] {
    const several = this.#several.get(key);
    if (several !== undefined) return [...several];
    return this.#only.has(key) ? [this.#only.get(key)!] : [];
  }

  has(key: K): boolean {
    return this.#only.has(key);
  }

  /** The value of a key that has exactly one. */
  only(key: K): V | null {
    return this.#several.has(key) ? null : (this.#only.get(key) ?? null);
  }

  *entries(): Iterable<[K, ReadonlySet<V>]> {
    for (const [key, value] of this.#only) yield [key, this.#several.get(key) ?? new Set([value])];
  }
}
