import type { RunSummary } from '../model/run.ts';
import type { SessionRecord } from '../model/session-record.ts';
import { spreadOf } from './percentile.ts';

/** What the ledger says of a run's sessions, in numbers. */
export function sessionFigures(sessions: readonly SessionRecord[]): RunSummary['sessions'] {
  const count = (test: (session: SessionRecord) => boolean): number => sessions.filter(test).length;
  const inState = (state: SessionRecord['state']): number => count((session) => session.state === state);
  const times = (key: 'closeMs' | 'durationMs'): number[] =>
    sessions.flatMap((session) => session[key] ?? []);
  return {
    opened: count((session) => session.openedAt !== undefined),
    closed: {
      graceful: count((session) => session.closedBy === 'graceful'),
      ended: count((session) => session.closedBy === 'ended'),
      destroyed: count((session) => session.closedBy === 'destroyed'),
    },
    unconfirmed: count((session) => session.proof === 'unconfirmed'),
    neverOpened: inState('never-opened'),
    failed: count((session) => session.failureClass !== undefined),
    leaked: inState('leaked'),
    closedLate: inState('closed-late'),
    reclaimed: inState('reclaimed'),
    closeMs: spreadOf(times('closeMs')),
    durationMs: spreadOf(times('durationMs')),
  };
}
