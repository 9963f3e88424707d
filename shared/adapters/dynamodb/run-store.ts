import { INDEX_LIST, keys, RUNS_LIST, runOrder, TABLE } from '../../names.ts';
import type { Run } from '../../model/run.ts';
import type { RunStore } from '../../ports/store.ts';
import { queryIndex } from './query.ts';
import {
  deleteItem,
  getItem,
  IS_NEW,
  putItem,
  updateItem,
  withoutKeys,
  type Item,
  type TableAccess,
} from './table-access.ts';

/** Runs and the lock that keeps them one at a time in a network. */
export function runStore(access: TableAccess): RunStore {
  return { ...networkLock(access), ...runs(access) };
}

function networkLock(access: TableAccess): Pick<RunStore, 'lockNetwork' | 'lockHolder' | 'unlockNetwork'> {
  return {
    async lockNetwork(network, runId, now, until) {
      const isOurs = await updateItem(
        access,
        keys.lock(network),
        { set: { runId, until, network } },
        {
          text: 'attribute_not_exists(#pk) OR #until <= :now OR #runId = :runId',
          values: { ':now': now, ':runId': runId },
        },
      );
      return isOurs !== null;
    },

    async lockHolder(network) {
      const item = await getItem(access, keys.lock(network));
      return item && { runId: item['runId'] as string, until: item['until'] as number };
    },

    async unlockNetwork(network, runId) {
      await deleteItem(access, keys.lock(network), { text: '#runId = :runId', values: { ':runId': runId } });
    },
  };
}

function runs(access: TableAccess): Omit<RunStore, 'lockNetwork' | 'lockHolder' | 'unlockNetwork'> {
  return {
    async createRun(run) {
      const order = { [TABLE.g2pk]: RUNS_LIST, [TABLE.g2sk]: runOrder(run.startedAt, run.runId) };
      return putItem(access, { ...run, ...order, ...keys.run(run.runId) }, IS_NEW);
    },

    async getRun(runId) {
      const item = await getItem(access, keys.run(runId));
      return item && toRun(item);
    },

    async countWave(runId, wave, frontier) {
      // Set, not added: a retried invocation counts its wave once.
      await updateItem(
        access,
        keys.run(runId),
        { set: { waves: wave, frontier } },
        { text: '#waves < :wave', values: { ':wave': wave } },
      );
    },

    async endRun(runId, end) {
      const ended = await updateItem(
        access,
        keys.run(runId),
        { set: { ...end } },
        { text: '#status = :running', values: { ':running': 'running' } },
      );
      return ended !== null;
    },

    async listRuns(limit) {
      const hash = { name: TABLE.g2pk, value: RUNS_LIST };
      const items = await queryIndex(access, { index: INDEX_LIST, hash, newestFirst: true, limit });
      return items.map(toRun);
    },
  };
}

function toRun(item: Item): Run {
  return withoutKeys(item) as unknown as Run;
}
