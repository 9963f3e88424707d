import type { Outcome } from '../model/outcome.ts';
import type { CloseReport } from '../model/session-record.ts';
import type { Drift, RunSummary } from '../model/run.ts';

/** What happens in a run, for progress, logs and metrics. Carries names and addresses, never secrets or device output. */
export type RunEvent =
  | {
      readonly type: 'run-started';
      readonly runId: string;
      readonly seeds: readonly string[];
      /** The run that this one goes on from, and how many targets it took over from there as they were. */
      readonly goesOnFrom?: string;
      readonly carriedOver?: number;
    }
  | { readonly type: 'wave-planned'; readonly runId: string; readonly wave: number; readonly pending: number }
  | {
      readonly type: 'wave-finished';
      readonly runId: string;
      readonly wave: number;
      readonly durationMs: number;
    }
  | {
      readonly type: 'target-enqueued';
      readonly runId: string;
      readonly targetId: string;
      readonly skipped: boolean;
    }
  | {
      readonly type: 'target-deferred';
      readonly runId: string;
      readonly targetId: string;
      /** Epoch milliseconds. */
      readonly notBefore: number;
      readonly reason: string;
    }
  | { readonly type: 'probe-started'; readonly runId: string; readonly targetId: string }
  | {
      readonly type: 'session-opened';
      readonly runId: string;
      readonly targetId: string;
      readonly sessionId: string;
    }
  | {
      readonly type: 'session-closed';
      readonly runId: string;
      readonly targetId: string;
      readonly sessionId: string;
      readonly report: CloseReport;
    }
  | {
      readonly type: 'probe-finished';
      readonly runId: string;
      readonly targetId: string;
      readonly deviceName: string | null;
      readonly outcome: Outcome;
      /** Entries that it told; null where only the table was looked at. */
      readonly neighbors: number | null;
      readonly durationMs: number;
    }
  | {
      readonly type: 'session-leaked';
      readonly runId: string;
      readonly sessionId: string;
      readonly address: string;
      /** The invocation that held it. */
      readonly requestId: string;
      /** Null where the session ended before the device had said its name, or its line. */
      readonly deviceName: string | null;
      readonly line: string | null;
      /** Milliseconds past its deadline; negative where its holder is known to be gone before. */
      readonly lateMs: number;
    }
  | {
      readonly type: 'session-reclaim';
      readonly runId: string;
      readonly sessionId: string;
      readonly address: string;
      readonly result:
        | { readonly kind: 'reclaimed'; readonly line: string }
        | { readonly kind: 'gone' }
        | { readonly kind: 'kept'; readonly reason: string };
    }
  | {
      readonly type: 'topology-changed';
      readonly runId: string;
      readonly network: string;
      readonly drift: Drift;
      /** The first of them, as one line each. */
      readonly changes: readonly string[];
    }
  | {
      readonly type: 'run-finished';
      readonly runId: string;
      readonly network: string;
      readonly summary: RunSummary;
      /** Sessions that were neither closed nor flagged when the run ended, by name. */
      readonly remaining: readonly string[];
    };

export interface EventSink {
  emit(event: RunEvent): void;
  /** Waits until what was emitted is where it goes: called before an invocation answers. */
  flush?(): Promise<void>;
}
