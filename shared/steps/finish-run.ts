import type { FinishRunInput, FinishRunOutput } from '../model/payloads.ts';
import type { Topology } from '../model/link.ts';
import type { SessionRecord } from '../model/session-record.ts';
import type { TargetEnd } from '../model/target.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventSink } from '../ports/events.ts';
import type { Store } from '../ports/store.ts';
import { failureText } from '../workflow/failure-text.ts';
import type { Drift, Run, RunSummary } from '../model/run.ts';
import { deriveTopology } from '../topology/derive-topology.ts';
import { diffMaps } from '../topology/diff-maps.ts';
import { changeText } from '../topology/change-text.ts';
import { driftOf, mapOfRun, previousMap } from './compare-runs.ts';
import { loadObservations, type Observed } from './load-topology.ts';
import { nameOf, remainingText } from './remaining-text.ts';
import { sweep, type ReapPorts } from './sweep.ts';
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
 * after that is named in the run's cause. Safe to repeat; a run that was never created has nothing to end.
 */
export async function finishRun(ports: FinishRunPorts, input: FinishRunInput): Promise<FinishRunOutput> {
  const { store, clock, events } = ports;
  const { runId, status } = input;
  const run = await store.getRun(runId);
  const asked = input.cause === undefined ? [] : [failureText(input.cause)];
  if (!run) return answer(input, emptySummary(input, clock.now()), asked.join(''));
  const remaining = await drain(ports, runId);
  const [targets, sessions, observed] = await Promise.all([
    store.listTargetEnds(runId),
    store.listSessionEnds(runId),
    loadObservations(store, run.network, { onlyMapped: true }),
  ]);
  const endedAt = clock.now();
  const whole = deriveTopology(observed);
  const links = whole.links.length;
  const changes = await compare(ports, { run, status, observed, targets, whole });
  const summary = {
    ...summarize({ run, status, endedAt, targets, sessions, links }),
    drift: changes?.drift ?? null,
  };
  const leaked = sessions.filter(({ state }) => state === 'leaked');
  const cause = [...asked, ...remainingText(remaining, leaked)].join('; ');
  const ended = await store.endRun(runId, { status, endedAt, summary, ...(cause === '' ? {} : { cause }) });
  await store.unlockNetwork(run.network, runId);
  if (!ended) {
    const first = await store.getRun(runId);
    return answer(input, first?.summary ?? summary, first?.cause ?? cause);
  }
  if (changes && changes.lines.length > 0) {
    events.emit({
      type: 'topology-changed',
      runId,
      network: run.network,
      drift: changes.drift,
      changes: changes.lines,
    });
  }
  events.emit({
    type: 'run-finished',
    runId,
    network: run.network,
    summary,
    remaining: remaining.map(nameOf),
  });
  return answer(input, summary, cause);
}

/** Step Functions takes 32,768 characters for the cause of a failure: a person reads one line. */
const CAUSE_LENGTH = 1_000;

const answer = (input: FinishRunInput, summary: RunSummary, cause: string): FinishRunOutput =>
  input.status === 'failed' ? { ...summary, cause: cause.slice(0, CAUSE_LENGTH) || 'unknown' } : summary;

/** Changes that an event names. */
const NAMED_CHANGES = 20;

/** Keeps what a run saw if it completed, and says what is different from the run before; null where there is nothing to compare. */
async function compare(
  { store }: FinishRunPorts,
  ended: {
    readonly run: Run;
    readonly status: FinishRunInput['status'];
    readonly observed: Observed;
    readonly targets: readonly TargetEnd[];
    readonly whole: Topology;
  },
): Promise<{ readonly drift: Drift; readonly lines: readonly string[] } | null> {
  const { run, status, observed, targets, whole } = ended;
  if (run.settings.exec || (status !== 'succeeded' && status !== 'truncated')) return null;
  const map = mapOfRun(run.runId, observed, targets, whole);
  const previous = await previousMap(store, run);
  await store.saveRunMap(run.runId, map);
  if (!previous) return null;
  const changes = diffMaps(previous.map, map);
  return { drift: driftOf(previous.runId, changes), lines: changes.slice(0, NAMED_CHANGES).map(changeText) };
}

/**
 * Waits for what is still closing, and flags by the rows themselves (an index may lag, and a killed engine may have lost an entry
 * of it) what is past its deadline or whose holder is gone. Answers what is neither closed nor flagged after that.
 */
async function drain(ports: FinishRunPorts, runId: string): Promise<readonly SessionRecord[]> {
  const { store, clock } = ports;
  const until = clock.now() + DRAIN_MS;
  for (;;) {
    const open = await store.listSessions(runId, { open: true });
    if (open.length === 0) return open;
    const flagged = await sweep(ports, open);
    if (flagged === open.length) continue;
    if (clock.now() >= until) return store.listSessions(runId, { open: true });
    await clock.sleep(DRAIN_POLL_MS);
  }
}

function emptySummary(input: FinishRunInput, now: number): RunSummary {
  return summarize({
    run: { runId: input.runId, startedAt: now, waves: 0 },
    status: input.status,
    endedAt: now,
    targets: [],
    sessions: [],
    links: 0,
  });
}
