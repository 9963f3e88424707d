import type { FinishRunInput, FinishRunOutput } from '../model/payloads.ts';
import type { SessionRecord } from '../model/session-record.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventSink } from '../ports/events.ts';
import type { Store } from '../ports/store.ts';
import { failureText } from '../workflow/failure-text.ts';
import { loadTopology } from './load-topology.ts';
import { reapSessions, type ReapPorts } from './reap-sessions.ts';
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
  await reapSessions(ports, { runId });
  const remaining = await drain(ports, runId);
  const [targets, sessions, topology] = await Promise.all([
    store.listTargets(runId),
    store.listSessions(runId),
    loadTopology(store, run.network),
  ]);
  const endedAt = clock.now();
  const summary = summarize({ run, status, endedAt, targets, sessions, links: topology.links.length });
  const cause = causeOf(input.cause === undefined ? undefined : failureText(input.cause), remaining);
  const ended = await store.endRun(runId, { status, endedAt, summary, ...(cause ? { cause } : {}) });
  await store.unlockNetwork(run.network, runId);
  const final = ended ? summary : ((await store.getRun(runId))?.summary ?? summary);
  events.emit({ type: 'run-finished', runId, summary: final });
  return final;
}

/** Sessions that are neither closed nor flagged after the drain. */
async function drain(ports: FinishRunPorts, runId: string): Promise<readonly SessionRecord[]> {
  const { store, clock } = ports;
  const until = clock.now() + DRAIN_MS;
  for (;;) {
    const open = (await store.listSessions(runId)).filter(isOpen);
    if (open.length === 0 || clock.now() >= until) return open;
    await clock.sleep(DRAIN_POLL_MS);
    await reapSessions(ports, { runId });
  }
}

const isOpen = (session: SessionRecord): boolean =>
  session.state === 'opening' || session.state === 'open' || session.state === 'closing';

function causeOf(cause: string | undefined, remaining: readonly SessionRecord[]): string | undefined {
  if (remaining.length === 0) return cause;
  const names = remaining.map((session) => `${session.address}:${session.port} (${session.sessionId})`);
  const still = `still open when the run ended, the reaper will flag them: ${names.slice(0, 20).join(', ')}`;
  return cause === undefined ? still : `${cause}; ${still}`;
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
