/** Disjoint sets, with path halving: near-linear for any number of joins. */
export class UnionFind<T> {
  readonly #parents = new Map<T, T>();

  find(item: T): T {
    let at = item;
    for (;;) {
      const parent = this.#parents.get(at) ?? at;
      if (parent === at) return at;
      const grandparent = this.#parents.get(parent) ?? parent;
      this.#parents.set(at, grandparent);
      at = grandparent;
    }
  }

  join(a: T, b: T): void {
    const [rootA, rootB] = [this.find(a), this.find(b)];
    if (rootA !== rootB) this.#parents.set(rootB, rootA);
  }

  joinAll(items: readonly T[]): void {
    for (const item of items) this.join(items[0]!, item);
  }
}
