import type { Drift } from '../../shared/model/run.ts';
import type { Outcome } from '../../shared/model/outcome.ts';
import type { RunEvent } from '../../shared/ports/events.ts';
import { safeText } from './safe-text.ts';
import { endOf } from './summary.ts';

/** An event as one line, or null for those that tell a person nothing. */
export function eventLine(event: RunEvent): string | null {
  const line = describe(event);
  return line === null ? null : safeText(line);
}

function describe(event: RunEvent): string | null {
  switch (event.type) {
    case 'run-started':
      return event.goesOnFrom === undefined
        ? `run ${event.runId} started from ${event.seeds.join(', ')}`
        : `run ${event.runId} goes on from run ${event.goesOnFrom}: ${event.carriedOver ?? 0} targets carried over`;
    case 'wave-planned':
      return event.pending === 0 ? null : `wave ${event.wave}: ${event.pending} to visit`;
    case 'probe-finished':
      return `${event.targetId} ${tell(event.outcome, event.deviceName, event.neighbors)} (${event.durationMs} ms)`;
    case 'target-deferred':
      return `${event.targetId} put off: ${event.reason}`;
    case 'session-leaked':
      return (
        `${event.deviceName === null ? '' : `${event.deviceName} `}${event.address} session ${event.sessionId} ` +
        'leaked: see netwalker sessions --state leaked'
      );
    case 'session-reclaim':
      return `${event.address} session ${event.sessionId} ${reclaimed(event.result)}`;
    case 'session-closed':
      if (event.report.proof !== 'unconfirmed') return null;
      return `${event.targetId} session ${event.sessionId} closed without proof from the device`;
    case 'topology-changed':
      return `the map changed since run ${event.drift.previousRunId}: ${driftText(event.drift)}`;
    case 'run-finished':
      return [
        `run ${event.runId} ${endOf(event.summary)}`,
        ...event.remaining.map((session) => `still open: ${session}`),
      ].join('; ');
    case 'wave-finished':
    case 'target-enqueued':
    case 'probe-started':
    case 'session-opened':
      return null;
  }
}

function tell(outcome: Outcome, name: string | null, neighbors: number | null): string {
  switch (outcome.kind) {
    case 'visited':
      return [`visited: ${name ?? 'unnamed'}${entries(neighbors)}`, ...(outcome.warnings ?? [])].join('; ');
    case 'alias':
      return `is ${name ?? 'a device'}, visited as ${outcome.of}`;
    case 'skipped':
      return `skipped: ${outcome.reason}`;
    case 'failed':
      return `failed: ${outcome.class}: ${outcome.reason}`;
  }
}

const entries = (neighbors: number | null): string =>
  neighbors === null ? '' : `, ${neighbors} neighbor ${neighbors === 1 ? 'entry' : 'entries'}`;

function reclaimed(result: Extract<RunEvent, { type: 'session-reclaim' }>['result']): string {
  switch (result.kind) {
    case 'reclaimed':
      return `reclaimed: line ${result.line} was ours and is cleared`;
    case 'gone':
      return 'reclaimed: the device had let go of its line by itself';
    case 'kept':
      return `not reclaimed: ${result.reason}`;
  }
}

export const driftText = ({ added, removed, changed, unverified }: Drift): string =>
  `${added} added, ${removed} removed, ${changed} changed, ${unverified} unverified`;
