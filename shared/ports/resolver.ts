export interface Resolver {
  /** The IP addresses of a name, or an empty list when it has none. */
  lookup(name: string): Promise<readonly string[]>;
}
