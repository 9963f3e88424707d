import type { Outcome } from '../model/outcome.ts';
import type { CloseReport } from '../model/session-record.ts';
import type { RunSummary } from '../model/run.ts';

/** What happens in a run, for progress, logs and metrics. Carries names and addresses, never secrets or device output. */
export type RunEvent =
  | { readonly type: 'run-started'; readonly runId: string; readonly seeds: readonly string[] }
  | { readonly type: 'wave-planned'; readonly runId: string; readonly wave: number; readonly pending: number }
  | {
      readonly type: 'target-enqueued';
      readonly runId: string;
      readonly targetId: string;
      readonly skipped: boolean;
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
    }
  | { readonly type: 'run-finished'; readonly runId: string; readonly summary: RunSummary };

export interface EventSink {
  emit(event: RunEvent): void;
}
