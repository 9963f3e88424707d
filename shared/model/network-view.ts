import type { Device } from './device.ts';
import type { Link, TopologyNode } from './link.ts';
import type { StoredNeighbor } from './neighbor.ts';
import type { Run } from './run.ts';
import type { Target } from './target.ts';

/**
 * A network as people look at it: what its devices said last, and how the latest run fared with those that it could not visit.
 * The map, the lists and every export are made of this and of nothing else.
 */
export interface NetworkView {
  readonly network: string;
  /** The run that is looked at: by default the latest. */
  readonly run: Run;
  /** By name. */
  readonly devices: readonly ViewedDevice[];
  /** Their ends name devices by `nodeId`. */
  readonly links: readonly Link[];
  /** Every entry, as the devices told it. */
  readonly neighbors: readonly StoredNeighbor[];
  /** Targets of the run that could not be visited. */
  readonly failures: readonly Target[];
}

export interface ViewedDevice extends TopologyNode {
  /** By the config's rules; null where none fits. */
  readonly site: string | null;
  /**
   * `visited`: known by a visit, of this run or an earlier one (`stored.lastRunId` says which). `failed`: only told of, and this run could not
   * visit it. `told`: only told of.
   */
  readonly status: 'visited' | 'failed' | 'told';
  /** The run's failed target, also of a device that an earlier run visited. */
  readonly failure: Target | null;
  /** What its last visit stored; null where it was never visited. */
  readonly stored: Device | null;
}
