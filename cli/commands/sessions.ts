import { UsageError } from '../../shared/errors.ts';
import type { SessionRecord, SessionState } from '../../shared/model/session-record.ts';
import { sessionFigures } from '../../shared/steps/session-figures.ts';
import { leakAdvice } from '../render/leak-advice.ts';
import { safeText } from '../render/safe-text.ts';
import { renderTable } from '../render/table.ts';
import { isoTime, shortDuration } from '../render/times.ts';
import type { CliCommand } from './cli-command.ts';
import { defineDataOptions, withRun } from './stored-data.ts';

/** What --state takes. `never-opened` (TCP was refused: there was nothing to close) shows only without it. */
const STATES: Readonly<Record<string, readonly SessionState[]>> = {
  open: ['opening', 'open', 'closing'],
  closed: ['closed', 'closed-late', 'reclaimed'],
  leaked: ['leaked'],
};

export const sessions: CliCommand = {
  define: (command) => {
    command.option('--state <state>', 'open, closed or leaked');
    defineDataOptions(command, 'run');
  },
  run: (invocation) => {
    const wanted = statesOf(invocation.options['state']);
    return withRun(invocation, async (store, run) => {
      const all = await store.listSessions(run.runId);
      const chosen = all.filter(({ state }) => wanted === null || wanted.includes(state));
      const sorted = [...chosen].sort((a, b) => a.openingAt - b.openingAt);
      return {
        data: sorted.map(toRow),
        text: (columns) =>
          sorted.length === 0
            ? `no such session in run ${run.runId}`
            : [table(sorted, columns), ...leakLines(sorted), '', figuresLine(all)].join('\n'),
      };
    });
  },
};

function statesOf(asked: unknown): readonly SessionState[] | null {
  if (typeof asked !== 'string') return null;
  const states = STATES[asked];
  if (Object.hasOwn(STATES, asked) && states) return states;
  throw new UsageError(`there is no state ${asked}: use ${Object.keys(STATES).join(', ')}`);
}

const toRow = (session: SessionRecord) => ({
  device: session.deviceName ?? null,
  address: session.address,
  state: session.state,
  openedAt: isoTime(session.openedAt),
  closedAt: isoTime(session.closedAt),
  durationMs: session.durationMs ?? null,
  closedBy: session.closedBy ?? null,
  proof: session.proof ?? null,
  closeMs: session.closeMs ?? null,
  sessionId: session.sessionId,
  evidence: session.leakEvidence ?? null,
});

/** What the reaper knew, and how an operator finds the line. */
function leakLines(sessions: readonly SessionRecord[]): readonly string[] {
  return sessions.flatMap((session) =>
    session.leakEvidence === undefined
      ? []
      : [
          safeText(`${session.state}: ${session.leakEvidence}`),
          ...(session.state === 'leaked' ? [safeText(`        ${leakAdvice(session)}`)] : []),
        ],
  );
}

function figuresLine(sessions: readonly SessionRecord[]): string {
  const { opened, closed, unconfirmed, neverOpened, failed, leaked, closedLate, reclaimed, closeMs } =
    sessionFigures(sessions);
  const kinds = `${closed.graceful} graceful, ${closed.ended} ended, ${closed.destroyed} destroyed`;
  const took = closeMs
    ? `; closing took ${closeMs.p50} ms (median), ${closeMs.p95} ms (p95), ${closeMs.max} ms at most`
    : '';
  return (
    `${opened} opened (${kinds}; ${unconfirmed} unconfirmed), ${neverOpened} never opened, ${failed} failed, ` +
    `${leaked} leaked, ${closedLate} closed late, ${reclaimed} reclaimed${took}`
  );
}

function table(rows: readonly SessionRecord[], columns: number): string {
  return renderTable(
    rows,
    [
      { title: 'DEVICE', value: ({ deviceName }) => deviceName },
      { title: 'ADDRESS', value: ({ address, port }) => (port === 22 ? address : `${address} port ${port}`) },
      { title: 'STATE', value: ({ state }) => state },
      { title: 'OPENED', value: ({ openedAt }) => isoTime(openedAt) },
      { title: 'LASTED', value: ({ durationMs }) => shortDuration(durationMs), align: 'right' },
      { title: 'CLOSED BY', value: ({ closedBy }) => closedBy },
      { title: 'PROOF', value: ({ proof }) => proof },
    ],
    columns,
  );
}
