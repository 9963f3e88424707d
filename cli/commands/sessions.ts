import { UsageError } from '../../shared/errors.ts';
import type { SessionRecord, SessionState } from '../../shared/model/session-record.ts';
import type { Run } from '../../shared/model/run.ts';
import type { Store } from '../../shared/ports/store.ts';
import { fitsFilter } from '../../shared/topology/select-view.ts';
import { sessionFigures } from '../../shared/steps/session-figures.ts';
import { leakAdvice } from '../render/leak-advice.ts';
import { safeText } from '../render/safe-text.ts';
import { renderTable } from '../render/table.ts';
import { isoTime, secondOf, shortDuration } from '../render/times.ts';
import type { CliCommand } from './cli-command.ts';
import { defineFilters, filterOf, hasFilters } from './filter-options.ts';
import type { Invocation } from './host.ts';
import { listing } from './listing.ts';
import { defineDataOptions, viewOf, withRun } from './stored-data.ts';

/** What --state takes. `never-opened` (TCP was refused: there was nothing to close) shows only without it. */
const STATES: Readonly<Record<string, readonly SessionState[]>> = {
  open: ['opening', 'open', 'closing'],
  closed: ['closed', 'closed-late', 'reclaimed'],
  leaked: ['leaked'],
};

export const sessions: CliCommand = {
  hasCsv: true,
  define: (command) => {
    command.option('--state <state>', 'open, closed or leaked');
    defineFilters(command);
    defineDataOptions(command, 'run');
  },
  run: (invocation) => {
    const wanted = statesOf(invocation.options['state']);
    return withRun(invocation, async (store, run) => {
      const fits = await sessionFilter(invocation, store, run);
      const all = (await store.listSessions(run.runId)).filter(fits);
      const chosen = all.filter(({ state }) => wanted === null || wanted.includes(state));
      const sorted = [...chosen].sort((a, b) => a.openingAt - b.openingAt);
      return listing({
        rows: sorted.map(toRow),
        columns: COLUMNS,
        text: (columns) =>
          sorted.length === 0
            ? `no such session in run ${run.runId}`
            : [table(sorted, columns), ...leakLines(sorted), '', figuresLine(all)].join('\n'),
      });
    });
  },
};

/** A session is a device's by its id, else by its address; its age is that of its row. Without a filter the map is not read. */
async function sessionFilter(
  invocation: Invocation,
  store: Store,
  run: Run,
): Promise<(session: SessionRecord) => boolean> {
  if (!hasFilters(invocation)) return () => true;
  const view = await viewOf(invocation, store, run);
  const filter = filterOf(view, invocation);
  const byId = new Map(view.devices.map((device) => [device.nodeId, device]));
  const byAddress = new Map(
    view.devices.flatMap((device) => device.addresses.map((address) => [address, device] as const)),
  );
  return ({ deviceId, deviceName, address, openingAt }) => {
    const device = (deviceId === undefined ? undefined : byId.get(deviceId)) ?? byAddress.get(address);
    const { name, platform, site } = device ?? { name: deviceName ?? address, platform: null, site: null };
    return fitsFilter(filter, { name, platform, site, seenAt: openingAt });
  };
}

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

const COLUMNS = [
  ...(['device', 'address', 'state', 'openedAt', 'closedAt', 'durationMs', 'closedBy', 'proof'] as const),
  ...(['closeMs', 'sessionId', 'evidence'] as const),
];

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
      {
        title: 'ADDRESS',
        value: ({ address, port }) => (port === 22 ? address : `${address} port ${port}`),
        whole: true,
      },
      { title: 'STATE', value: ({ state }) => state, whole: true },
      { title: 'OPENED', value: ({ openedAt }) => secondOf(isoTime(openedAt)), yields: 1, whole: true },
      { title: 'LASTED', value: ({ durationMs }) => shortDuration(durationMs), align: 'right', yields: 2 },
      { title: 'CLOSED BY', value: ({ closedBy }) => closedBy },
      { title: 'PROOF', value: ({ proof }) => proof },
    ],
    columns,
  );
}
