import type { RunEvent } from '../../shared/ports/events.ts';
import type { Store } from '../../shared/ports/store.ts';
import { finishRun } from '../../shared/steps/finish-run.ts';
import { sweepPorts } from './reap-locally.ts';

/** Runs looked at: one data directory has one process, so hardly more than one can be left over. */
const RECENT_RUNS = 50;

/** Ends runs whose process died (kill -9, power): flags their sessions and frees their network for the next run. */
export async function endDeadRuns(store: Store, onEvent: (event: RunEvent) => void): Promise<void> {
  for (const run of await store.listRuns(RECENT_RUNS)) {
    if (run.status !== 'running') continue;
    // Its sessions are news; its end is not the end of the run that the caller watches.
    const sink = (event: RunEvent): void => (event.type === 'run-finished' ? undefined : onEvent(event));
    await finishRun(sweepPorts(store, sink), {
      runId: run.runId,
      status: 'aborted',
      cause:
        'the process that walked died: its open sessions are flagged, see netwalker sessions --state leaked',
    });
  }
}
