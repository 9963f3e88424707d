/**
 * A file of positions: where devices stand on the map, by node id, in pixels at full size. The names find a device again that was only
 * told of and got an id by its first visit.
 */
export interface SavedPositions {
  readonly network: string;
  readonly positions: Readonly<Record<string, SavedPlace>>;
}

export interface SavedPlace {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}
