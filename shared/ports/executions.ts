/** Executions of the deployed workflow. The name of an execution is the run's id. */
export interface Executions {
  /** Starts a run. Throws UsageError where it may not be started. */
  start(runId: string, input: Readonly<Record<string, unknown>>): Promise<void>;
  /** Null where there is no such execution (AWS forgets them after 90 days). */
  describe(runId: string): Promise<Execution | null>;
  /** Ends an execution at once: probes in flight end, and close, by themselves. */
  stop(runId: string, cause: string): Promise<void>;
  /** Newest first; with `status`, only those. */
  list(limit: number, status?: 'running'): Promise<readonly Execution[]>;
}

export type ExecutionStatus =
  'running' | 'succeeded' | 'failed' | 'timed-out' | 'aborted' | 'pending-redrive';

export interface Execution {
  readonly runId: string;
  readonly status: ExecutionStatus;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly stoppedAt?: number;
  readonly error?: string;
  readonly cause?: string;
}
