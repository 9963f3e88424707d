import type { Outcome } from './outcome.ts';

export type TargetStatus = 'pending' | 'active' | 'done' | 'failed' | 'skipped' | 'abandoned';

/** Who told of a target: a seed, or a neighbor entry of a device. */
export interface ToldBy {
  readonly deviceId: string;
  readonly deviceName: string;
  readonly protocol: 'cdp' | 'lldp';
  readonly localPort: string | null;
}

/** An address to visit in a run. Its id is the address, with the port where that is not the run's own. */
export interface Target {
  readonly runId: string;
  readonly targetId: string;
  /** An IP address in canonical form (RFC 5952 for IPv6). */
  readonly address: string;
  readonly port: number;
  readonly depth: number;
  readonly seed: boolean;
  /** Null for a seed. */
  readonly toldBy: ToldBy | null;
  readonly nameHint?: string;
  readonly platformHint?: string;
  /** The device that is meant, where a run asks devices that are known. */
  readonly deviceId?: string;
  /** Other addresses of the same neighbor: tried one by one when this one cannot be reached. */
  readonly alternates?: readonly string[];
  readonly status: TargetStatus;
  readonly attempts: number;
  /** The request id of the invocation that holds the target. */
  readonly owner?: string;
  /** Epoch milliseconds; an active target past it may be given back. */
  readonly leaseUntil?: number;
  /** Epoch milliseconds: PlanWave leaves a pending target alone until then. */
  readonly notBefore?: number;
  /** How often it was put off (its lines were taken, its device was busy, logins paused), and why the last time. */
  readonly deferrals?: number;
  readonly deferredFor?: string;
  readonly enqueuedAt: number;
  readonly finishedAt?: number;
  readonly durationMs?: number;
  readonly outcome?: Outcome;
  readonly sessionId?: string;
  /** The run that ended it so, and has its session: the target was carried over from there. */
  readonly carriedFrom?: string;
}

/** How a target ended, and what it is found by: what a summary and a map are made of. */
export type TargetEnd = Pick<
  Target,
  'targetId' | 'address' | 'nameHint' | 'outcome' | 'finishedAt' | 'durationMs' | 'carriedFrom'
>;
