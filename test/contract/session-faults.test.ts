import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atMost } from '../helpers/at-most.ts';
import { printFaults, type FaultLine } from '../helpers/fault-table.ts';
import { LOGIN } from '../helpers/fake-ssh-device.ts';
import { startTable, type TestTable } from '../helpers/table.ts';
import type { FaultRow } from './session-faults/fault-row.ts';
import { FAULT_ROWS } from './session-faults/fault-rows.ts';
import { runFaultRow, type FaultSeen } from './session-faults/run-fault-row.ts';

/** Two cores; most of a row is waiting. */
const AT_ONCE = 16;
const VERSION_LINE = /Cisco IOS Software, Version 15\.2\(4\)E8\n(?:.*\n)*R1 uptime is 1 day\n/;
/** A verb at the start of a clause: what to do. */
const ADVICE =
  /[:;,.] (?:check|look|see|log in|run|raise|lower|free|change|compare|name|wait|report|netwalker)\b/;

const seen = new Map<FaultRow, FaultSeen | Error>();
const asSpecified = new Set<FaultRow>();
const unhandled: unknown[] = [];
const note = (error: unknown): void => void unhandled.push(error);
let table: TestTable;

/** Every row dials an address of TEST-NET-3 of its own; the dialer leads to its device. */
const addressOf = (row: FaultRow): string => `203.0.113.${FAULT_ROWS.indexOf(row) + 1}`;

beforeAll(async () => {
  process.on('unhandledRejection', note).on('uncaughtException', note).on('warning', note);
  table = await startTable();
  await atMost(AT_ONCE, FAULT_ROWS, async (row) => {
    const end = await runFaultRow(table.store, row, addressOf(row)).catch((error: unknown) => error as Error);
    seen.set(row, end);
  });
}, 120_000);

afterAll(async () => {
  process.off('unhandledRejection', note).off('uncaughtException', note).off('warning', note);
  await table.close();
  printFaults('Sessions against faults', FAULT_ROWS.map(lineOf), FAULT_ROWS.length);
});

describe('a session', () => {
  test.each(FAULT_ROWS)('meets $fault ($phase) and ends $ends', (row) => {
    const end = seen.get(row);
    if (!end || end instanceof Error) throw end ?? new Error('The row did not run.');
    const { failure, ledger } = end;
    expect({ ends: failure?.class ?? 'ok', phase: failure?.phase ?? '-' }).toEqual({
      ends: row.ends,
      phase: row.phase,
    });
    const isOpened = row.closed !== 'never-opened';
    expect(ledger?.state).toBe(isOpened ? 'closed' : 'never-opened');
    expect([ledger?.closedBy, ledger?.proof]).toEqual(isOpened ? row.closed : [undefined, undefined]);
    expect(ledger?.failureClass).toBe(row.ends === 'ok' ? undefined : row.ends);
    const { ourSockets, theirSockets, timers } = end;
    expect({ ourSockets, theirSockets, timers }).toEqual({ ourSockets: 0, theirSockets: 0, timers: 0 });
    expect(failure?.retryable ?? false).toBe(row.retryable ?? false);
    expect(end.attempts.filter((each) => each.startsWith('password:')).length).toBeLessThanOrEqual(1);
    if (failure) {
      expect(failure.reason).toMatch(ADVICE);
      // Nothing of the device's that a terminal would act on, and no secret.
      expect(failure.reason).toMatch(/^[\x20-\x7e]+$/);
      expect(failure.reason).not.toContain(LOGIN.password);
    } else expect(end.value).toMatch(VERSION_LINE);
    if (row.phase === 'host-key') expect(end.attempts).toEqual([]);
    asSpecified.add(row);
  });

  test('leaves no error behind that nobody handled, and no warning', () => {
    expect(unhandled).toEqual([]);
  });
});

function lineOf(row: FaultRow): FaultLine {
  const { phase, fault } = row;
  const end = seen.get(row);
  if (!end || end instanceof Error) {
    const ends = end ? end.message : 'did not run';
    return { phase, fault, ends, ledger: '-', closed: '-', ms: 0, isAsSpecified: false };
  }
  const { failure, ledger, ms } = end;
  return {
    phase,
    fault,
    ends: failure?.class ?? 'ok',
    ledger: ledger?.state ?? 'no row',
    closed: ledger?.closedBy ? `${ledger.closedBy} ${ledger.proof ?? ''}` : '-',
    ms,
    isAsSpecified: asSpecified.has(row),
  };
}
