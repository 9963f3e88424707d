/** What one run saw of a network: kept with the run, so that two runs can be compared long after. */
export interface RunMap {
  /** By name. */
  readonly devices: readonly MappedDevice[];
  /** Their ends are among the devices. */
  readonly links: readonly MappedLink[];
}

/** A device of a run's map. Facts are those that this run read itself: without a visit there are none. */
export interface MappedDevice {
  /** Of the device where it was ever visited, else of what it was told as: unique in a map, and not always the same in the next. */
  readonly id: string;
  readonly name: string;
  /** `visited` in this run; `failed`: the run tried; `told`: only told of. */
  readonly status: 'visited' | 'failed' | 'told';
  /** When it was read, or failed, in epoch milliseconds; null where it was only told of. */
  readonly at: number | null;
  /** The target under which it was visited, failed or skipped. */
  readonly target: string | null;
  /** The class of the failure, or the reason why it was skipped. */
  readonly why: string | null;
  readonly platform: string | null;
  readonly model: string | null;
  readonly osVersion: string | null;
  /** In a stack, of every member. */
  readonly serials: readonly string[];
  /** Those that the device says its ports have; of a neighbor that was not visited, those that it was told by. */
  readonly addresses: readonly string[];
}

/** Ends in the order of their names; a port may be unknown. */
export interface MappedLink {
  readonly a: MappedEnd;
  readonly b: MappedEnd;
  readonly status: 'confirmed' | 'one-sided' | 'conflicting';
  /** Which end told of it in this run, and over what: when it did is when its device was visited. */
  readonly told: readonly MappedTelling[];
}

export interface MappedEnd {
  readonly id: string;
  readonly device: string;
  readonly port: string | null;
}

export interface MappedTelling {
  readonly end: 'a' | 'b';
  readonly protocols: readonly ('cdp' | 'lldp')[];
}

/** What is compared of a device that both runs have. Facts only where both runs visited it. */
export const COMPARED = ['name', 'platform', 'model', 'osVersion', 'serials', 'addresses'] as const;
export type DeviceField = (typeof COMPARED)[number] | 'status' | 'id';
export type LinkField = 'status' | 'ports';

/**
 * added: it is there now. removed: who told of it was visited again and tells of it no more. changed: both runs saw it. unverified: it was there, and
 * who could say whether and how it still is was not visited.
 */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'unverified';
export const CHANGE_KINDS = ['removed', 'added', 'changed', 'unverified'] as const satisfies ChangeKind[];

/** One difference between two maps, with what says so. */
export type MapChange = DeviceChange | LinkChange;

export interface DeviceChange {
  readonly what: 'device';
  readonly change: ChangeKind;
  readonly device: string;
  /** What differs, where both runs have the device. */
  readonly fields: readonly DeviceField[];
  readonly before: MappedDevice | null;
  readonly after: MappedDevice | null;
  readonly evidence: readonly Evidence[];
}

export interface LinkChange {
  readonly what: 'link';
  readonly change: ChangeKind;
  /** `dist-1 Te1/1/1 - acc-1 Gi1/0/1`. */
  readonly link: string;
  /** What differs, where both runs have the link; `ports`: a cable that was moved at one end. */
  readonly fields: readonly LinkField[];
  readonly before: MappedLink | null;
  readonly after: MappedLink | null;
  readonly evidence: readonly Evidence[];
}

/** What one device said, or could not say, in one of the two runs. */
export interface Evidence {
  readonly run: 'before' | 'after';
  readonly device: string;
  /**
   * told: it named the link or device, on `port`, over `protocols`. silent: it was visited and did not. read: it was visited, and its facts are its own words.
   * failed: it could not be visited. not-visited: it was told of and not visited. unheard: nobody told of it.
   */
  readonly says: 'told' | 'silent' | 'read' | 'failed' | 'not-visited' | 'unheard';
  /** Epoch milliseconds; null where nothing says when. */
  readonly at: number | null;
  readonly port?: string | null;
  readonly protocols?: readonly ('cdp' | 'lldp')[];
  /** The target that was probed. */
  readonly target?: string | null;
  /** The class of the failure, or the reason why it was skipped. */
  readonly why?: string | null;
}
