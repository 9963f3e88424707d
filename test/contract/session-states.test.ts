import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SESSION_STATES, type SessionState } from '../../shared/model/session-record.ts';
import type { SessionKey, Store } from '../../shared/ports/store.ts';
import { startTable, type TestTable } from '../helpers/table.ts';
import { session } from './store-fixtures.ts';

let table: TestTable;
let count = 0;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.close());

const CLOSE = { closedBy: 'ended', proof: 'peer-fin', closedAt: 900, durationMs: 1, closeMs: 1 } as const;
const FLAG = { cutoff: 1_000, leakedAt: 800, evidence: 'late' };

/** The way to each state, from a row that was just written. */
const WAYS: Readonly<Record<SessionState, (store: Store, key: SessionKey) => Promise<unknown>>> = {
  opening: async () => undefined,
  open: (store, key) => store.sessionOpen(key, { openedAt: 2, localAddress: '10.0.0.9', localPort: 5 }),
  closing: (store, key) => store.sessionClosing(key),
  closed: (store, key) => store.sessionClosed(key, { ...CLOSE, closedAt: 500 }),
  'never-opened': (store, key) => store.sessionNeverOpened(key, { at: 3 }),
  leaked: (store, key) => store.flagLeaked(key, FLAG),
  'closed-late': async (store, key) => {
    await store.flagLeaked(key, FLAG);
    await store.sessionClosed(key, { ...CLOSE, closedAt: 500 });
  },
  reclaimed: async (store, key) => {
    await store.flagLeaked(key, FLAG);
    await store.markReclaimed(key, { at: 4, line: '1' });
  },
};

/** What each write makes of a row in each state; a state that is not named stays as it is. */
const CHANGES: readonly (readonly [
  string,
  (store: Store, key: SessionKey) => Promise<unknown>,
  Partial<Record<SessionState, SessionState>>,
])[] = [
  ['open', WAYS.open, { opening: 'open' }],
  ['closing', WAYS.closing, { opening: 'closing', open: 'closing' }],
  [
    'closed',
    (store, key) => store.sessionClosed(key, CLOSE),
    { opening: 'closed', open: 'closed', closing: 'closed', leaked: 'closed-late' },
  ],
  ['never opened', WAYS['never-opened'], { opening: 'never-opened', leaked: 'never-opened' }],
  ['leaked', WAYS.leaked, { opening: 'leaked', open: 'leaked', closing: 'leaked' }],
  ['reclaimed', (store, key) => store.markReclaimed(key, { at: 9, line: '2' }), { leaked: 'reclaimed' }],
];

describe.each(CHANGES)('a write of "%s"', (_name, write, becomes) => {
  it.each(SESSION_STATES)('makes of a row that is %s what the table of states says', async (from) => {
    const { store } = table;
    const row = session('states', `S${(count += 1)}`, { deadline: 100 });
    await store.sessionOpening(row);
    await WAYS[from](store, row);
    const before = await store.getSession(row);
    expect(before?.state).toBe(from);
    await write(store, row);
    const after = await store.getSession(row);
    expect(after?.state).toBe(becomes[from] ?? from);
    if (becomes[from] === undefined) expect(after).toEqual(before);
    // Open rows are in the index of what is open, leaked ones in that of their run, ended ones in none.
    const isOpen = ['opening', 'open', 'closing'].includes(after?.state ?? '');
    const overdue = (await store.listOverdue(1_000, 1_000)).map(({ sessionId }) => sessionId);
    expect(overdue.includes(row.sessionId)).toBe(isOpen);
    const leaked = (await store.listLeaked('states', 1_000)).map(({ sessionId }) => sessionId);
    expect(leaked.includes(row.sessionId)).toBe(after?.state === 'leaked');
  });
});
