/** What one run saw of a network: kept with the run, so that two runs can be compared long after. */
export interface RunMap {
  readonly devices: readonly MappedDevice[];
  readonly links: readonly MappedLink[];
}

export interface MappedDevice {
  readonly name: string;
  /** Visited in this run; else only told of. */
  readonly visited: boolean;
  readonly platform: string | null;
  readonly model: string | null;
  readonly osVersion: string | null;
  readonly serials: readonly string[];
}

/** Ends in the order of their names; a port may be unknown. */
export interface MappedLink {
  readonly a: MappedEnd;
  readonly b: MappedEnd;
  readonly status: 'confirmed' | 'one-sided' | 'conflicting';
}

export interface MappedEnd {
  readonly device: string;
  readonly port: string | null;
}

/**
 * One difference. `unverified`: it was there, and who could say whether it still is was not visited: no evidence that it is gone.
 */
export type MapChange =
  | {
      readonly what: 'device';
      readonly change: 'added' | 'removed' | 'unverified';
      readonly device: string;
      readonly before: MappedDevice | null;
      readonly after: MappedDevice | null;
    }
  | {
      readonly what: 'device';
      readonly change: 'changed';
      readonly device: string;
      /** Fields that differ: `osVersion`, `serials`, `model`, `platform`, `visited`. */
      readonly fields: readonly string[];
      readonly before: MappedDevice;
      readonly after: MappedDevice;
    }
  | {
      readonly what: 'link';
      readonly change: 'added' | 'removed' | 'changed' | 'unverified';
      readonly link: string;
      readonly before: MappedLink | null;
      readonly after: MappedLink | null;
    };
