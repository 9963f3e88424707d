import { INDEX_OPEN, keys, leakedOf, openShard, SHARDS, shardOf, SK_PREFIX, TABLE } from '../../names.ts';
import type { SessionEnd, SessionRecord, SessionState } from '../../model/session-record.ts';
import type { Ledger, SessionKey } from '../../ports/store.ts';
import { bounded } from './bounded.ts';
import type { Change, Condition } from './expression.ts';
import { queryIndex, queryShards } from './query.ts';
import {
  getItem,
  IS_NEW,
  putItem,
  updateItem,
  withoutKeys,
  type Item,
  type TableAccess,
} from './table-access.ts';

/** Every session from before dialling to its observed close. */
export function ledger(access: TableAccess): Ledger {
  return { ...beginnings(access), ...endings(access), ...reaping(access), ...reading(access) };
}

/** Who leaves the open states leaves the index. */
const LEAVE_INDEX = [TABLE.g1pk, TABLE.g1sk];

function beginnings(access: TableAccess): Pick<Ledger, 'sessionOpening' | 'sessionOpen' | 'sessionClosing'> {
  return {
    async sessionOpening(session) {
      const { runId, sessionId, requestId } = session;
      const index = { [TABLE.g1pk]: openShard(shardOf(sessionId)), [TABLE.g1sk]: session.deadline };
      const item = { ...bounded(session), ...index, ...keys.session(runId, sessionId) };
      if (await putItem(access, item, IS_NEW)) {
        return;
      }
      // The SDK sends a put again when the answer was lost: then the row that stands there is our own.
      const row = await readSession(access, session);
      if (row?.requestId !== requestId || row.state !== 'opening') {
        throw new Error(`The session id ${sessionId} is taken in the ledger of run ${runId}.`);
      }
    },

    async sessionOpen(key, open) {
      return changes(access, key, { set: { state: 'open', ...open } }, stateIs('opening'));
    },

    async sessionClosing(key) {
      return changes(access, key, { set: { state: 'closing' } }, stateIs('opening', 'open'));
    },
  };
}

function endings(access: TableAccess): Pick<Ledger, 'sessionClosed' | 'sessionNeverOpened'> {
  return {
    async sessionClosed(key, close) {
      const set = bounded(close);
      const attempts = [
        ['closed', stateIs('opening', 'open', 'closing')],
        // The reaper was first. It was wrong about the end but right about the deadline: its evidence stays.
        ['closed-late', stateIs('leaked')],
      ] as const;
      for (const [state, condition] of attempts) {
        if (await changes(access, key, { set: { ...set, state }, remove: LEAVE_INDEX }, condition)) {
          return state;
        }
      }
      return repeatedClose(await readSession(access, key), close.closedAt);
    },

    async sessionNeverOpened(key, { at, ...notes }) {
      // Also where the reaper was first: a connection that never came up cannot have leaked.
      return changes(
        access,
        key,
        { set: { state: 'never-opened', closedAt: at, ...bounded(notes) }, remove: LEAVE_INDEX },
        {
          text: '#state = :opening OR (#state = :leaked AND attribute_not_exists(#openedAt))',
          values: { ':opening': 'opening', ':leaked': 'leaked' },
        },
      );
    },
  };
}

/** The answer to the SDK's retry of a close that had arrived; null where another close or the reclaim ended the row. */
function repeatedClose(row: SessionRecord | null, closedAt: number): SessionState | null {
  const isClosed = row?.state === 'closed' || row?.state === 'closed-late';
  return isClosed && row.closedAt === closedAt ? row.state : null;
}

function reaping(
  access: TableAccess,
): Pick<Ledger, 'flagLeaked' | 'tryReclaim' | 'noteReclaim' | 'markReclaimed'> {
  return {
    async flagLeaked(key, { cutoff, leakedAt, evidence }) {
      const open = stateIs('opening', 'open', 'closing');
      return changes(
        access,
        key,
        {
          // From the open ones of the index to the leaked ones of the run.
          set: {
            state: 'leaked',
            leakedAt,
            leakEvidence: bounded(evidence, 'leakEvidence'),
            [TABLE.g1pk]: leakedOf(key.runId),
            [TABLE.g1sk]: leakedAt,
          },
        },
        {
          text: `${open.text} AND #deadline < :cutoff`,
          values: { ...open.values, ':cutoff': cutoff },
        },
      );
    },

    async tryReclaim(key, at) {
      const leaked = stateIs('leaked');
      const item = await updateItem(
        access,
        keys.session(key.runId, key.sessionId),
        { set: { reclaimTriedAt: at } },
        { ...leaked, text: `${leaked.text} AND attribute_not_exists(#reclaimTriedAt)` },
      );
      return item && toSession(item);
    },

    async noteReclaim(key, reason) {
      await changes(access, key, { set: { reclaimNote: bounded(reason) } }, stateIs('leaked'));
    },

    async markReclaimed(key, { at, line }) {
      const set = { state: 'reclaimed', closedAt: at, line: bounded(line) };
      return changes(access, key, { set, remove: LEAVE_INDEX }, stateIs('leaked'));
    },
  };
}

function reading(
  access: TableAccess,
): Pick<Ledger, 'getSession' | 'listOverdue' | 'listLeaked' | 'listSessions' | 'listSessionEnds'> {
  return {
    getSession: (key) => readSession(access, key),

    async listOverdue(cutoff, limit) {
      const shards = Array.from({ length: SHARDS }, (_, shard) =>
        queryIndex(access, {
          index: INDEX_OPEN,
          hash: { name: TABLE.g1pk, value: openShard(shard) },
          before: { name: TABLE.g1sk, value: cutoff },
          limit,
        }),
      );
      const rows = (await Promise.all(shards)).flat().map(toSession);
      return rows.sort((one, other) => one.deadline - other.deadline).slice(0, limit);
    },

    async listLeaked(runId, limit) {
      const hash = { name: TABLE.g1pk, value: leakedOf(runId) };
      return (await queryIndex(access, { index: INDEX_OPEN, hash, limit })).map(toSession);
    },

    async listSessions(runId, { open = false } = {}) {
      const items = await queryShards(access, (shard) => keys.runShard(runId, shard), {
        skPrefix: SK_PREFIX.session,
        ...(open ? { filter: IS_OPEN } : {}),
      });
      return items.map(toSession);
    },

    async listSessionEnds(runId) {
      const items = await queryShards(access, (shard) => keys.runShard(runId, shard), {
        skPrefix: SK_PREFIX.session,
        attributes: SESSION_END,
      });
      return items as unknown as SessionEnd[];
    },
  };
}

const SESSION_END: readonly (keyof SessionEnd)[] = [
  ...(['sessionId', 'address', 'port', 'deviceName', 'state', 'openedAt', 'durationMs'] as const),
  ...(['closeMs', 'closedBy', 'proof', 'failureClass'] as const),
];

async function readSession(
  access: TableAccess,
  { runId, sessionId }: SessionKey,
): Promise<SessionRecord | null> {
  const item = await getItem(access, keys.session(runId, sessionId));
  return item && toSession(item);
}

async function changes(
  access: TableAccess,
  { runId, sessionId }: SessionKey,
  change: Change,
  condition: Condition,
): Promise<boolean> {
  return (await updateItem(access, keys.session(runId, sessionId), change, condition)) !== null;
}

function stateIs(...states: readonly SessionState[]): Condition {
  const values = Object.fromEntries(states.map((state) => [`:${state.replace('-', '')}`, state]));
  return { text: `#state IN (${Object.keys(values).join(', ')})`, values };
}

const IS_OPEN = stateIs('opening', 'open', 'closing');

function toSession(item: Item): SessionRecord {
  return withoutKeys(item) as unknown as SessionRecord;
}
