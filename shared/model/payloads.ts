import type { RunSettings, RunStatus, RunSummary } from './run.ts';

/** The inputs and outputs of the five handlers: what the workflow text passes between states. All stay far under 256 KB. */

export interface StartRunInput {
  /** `$$.Execution.Name`. */
  readonly runId: string;
  /** The execution's input: RunSettings, possibly partial; validated by the step. */
  readonly input: Readonly<Partial<RunSettings>> & Readonly<Record<string, unknown>>;
}

export interface LoopState {
  readonly runId: string;
  readonly wave: number;
  readonly concurrency: number;
}
export type StartRunOutput = LoopState;

export type PlanWaveInput = LoopState;
export interface PlanWaveOutput extends LoopState {
  readonly items: readonly ProbeDeviceInput[];
  /**
   * probe: a wave to run; wait: only targets that a lost probe holds or that were put off; done: the frontier is empty; truncated: the
   * wave limit was reached.
   */
  readonly next: 'probe' | 'wait' | 'done' | 'truncated';
  readonly waitSeconds?: number;
}

export interface ProbeDeviceInput {
  readonly runId: string;
  readonly targetId: string;
}
/** A child of the Map must return nothing: results count against the payload even when they are discarded. */
export type ProbeDeviceOutput = Record<string, never>;

/** Without a run id: the scheduled sweep over all runs. */
export interface ReapSessionsInput {
  readonly runId?: string;
  readonly wave?: number;
  readonly concurrency?: number;
  readonly coolDowns?: number;
  /** How often in this wave leaked sessions were handed out to be looked for. */
  readonly reclaimRounds?: number;
}
export interface ReapSessionsOutput {
  readonly runId?: string;
  readonly wave: number;
  readonly concurrency: number;
  readonly coolDowns: number;
  readonly reclaimRounds: number;
  readonly flagged: number;
  /** More is overdue than this invocation had time for: the next one goes on. */
  readonly more: boolean;
  /** Leaked sessions of the run so far that were neither closed late nor reclaimed. */
  readonly leaked: number;
  /** Leaked sessions whose lines shall be looked for, a few at a time; only where the run has `reclaim`. */
  readonly reclaim: readonly ReclaimSessionInput[];
  readonly verdict: 'continue' | 'reclaim' | 'cool-down' | 'abort';
}

export interface ReclaimSessionInput {
  readonly runId: string;
  readonly sessionId: string;
}

export interface FinishRunInput {
  readonly runId: string;
  readonly status: Exclude<RunStatus, 'running'>;
  readonly cause?: string;
}
/** `cause`: one line for people, where the input says `failed`: the workflow's Fail state says it too. */
export type FinishRunOutput = RunSummary & { readonly cause?: string };
