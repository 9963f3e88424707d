import type { FinishRunInput, FinishRunOutput } from '../model/payloads.ts';
import type { SessionRecord } from '../model/session-record.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventSink } from '../ports/events.ts';
import type { Store } from '../ports/store.ts';
import { failureText } from '../workflow/failure-text.ts';
import { loadTopology } from './load-topology.ts';
import { nameOf, remainingText } from './remaining-text.ts';
import { isOpen, sweep, type ReapPorts } from './sweep.ts';
import { summarize } from './summarize.ts';

/** How long the end of a run waits for sessions that are still closing. */
const DRAIN_MS = 30_000;
const DRAIN_POLL_MS = 500;

export interface FinishRunPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventSink;
  readonly holderIsGone?: ReapPorts['holderIsGone'];
}

/**
 * Ends a run: sweeps once more, waits for sessions that are still closing, counts, frees the network. What is still open
 * after that is named in the run's cause. Safe to repeat; a run that was never created only frees its lock.
 */
export async function finishRun(ports: FinishRunPorts, input: FinishRunInput): Promise<FinishRunOutput> {
  const { store, clock, events } = ports;
  const { runId, status } = input;
  const run = await store.getRun(runId);
  if (!run) return emptySummary(input, clock.now());
  const remaining = await drain(ports, runId);
  const [targets, sessions, topology] = await Promise.all([
    store.listTargets(runId),
    store.listSessions(runId),
    loadTopology(store, run.network),
  ]);
  const endedAt = clock.now();
  const summary = summarize({ run, status, endedAt, targets, sessions, links: topology.links.length });
  const leaked = sessions.filter(({ state }) => state === 'leaked');
  const cause = [
    ...(input.cause === undefined ? [] : [failureText(input.cause)]),
    ...remainingText(remaining, leaked),
  ].join('; ');
  const ended = await store.endRun(runId, { status, endedAt, summary, ...(cause === '' ? {} : { cause }) });
  await store.unlockNetwork(run.network, runId);
  if (!ended) return (await store.getRun(runId))?.summary ?? summary;
  events.emit({
    type: 'run-finished',
    runId,
    network: run.network,
    summary,
    remaining: remaining.map(nameOf),
  });
  return summary;
}

/**
 * Waits for what is still closing, and flags by the rows themselves (an index may lag, and a killed engine may have lost an entry
 * of it) what is past its deadline or whose holder is gone. Answers what is neither closed nor flagged after that.
 */
async function drain(ports: FinishRunPorts, runId: string): Promise<readonly SessionRecord[]> {
  const { store, clock } = ports;
  const until = clock.now() + DRAIN_MS;
  for (;;) {
    const open = (await store.listSessions(runId)).filter(isOpen);
    if (open.length === 0) return open;
    const flagged = await sweep(ports, open);
    if (flagged === open.length) continue;
    if (clock.now() >= until) return (await store.listSessions(runId)).filter(isOpen);
    await clock.sleep(DRAIN_POLL_MS);
  }
}

function emptySummary(input: FinishRunInput, now: number): FinishRunOutput {
  return summarize({
    run: { runId: input.runId, startedAt: now, waves: 0 },
    status: input.status,
    endedAt: now,
    targets: [],
    sessions: [],
    links: 0,
  });
}
