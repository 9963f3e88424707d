import type { RunSummary } from '../model/run.ts';
import type { SessionEnd } from '../model/session-record.ts';
import { spreadOf } from './percentile.ts';

/** What the ledger says of a run's sessions, in numbers. */
export function sessionFigures(sessions: readonly SessionEnd[]): RunSummary['sessions'] {
  const count = (test: (session: SessionEnd) => boolean): number => sessions.filter(test).length;
  const inState = (state: SessionEnd['state']): number => count((session) => session.state === state);
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
