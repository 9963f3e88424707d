import { keys } from '../../names.ts';
import type { LoginRecord, LoginStore } from '../../ports/store.ts';
import { getItem, updateItem, withoutKeys, type Item, type TableAccess } from './table-access.ts';

/** What an account has been through in a run: the item that keeps it from being locked. */
export function loginStore(access: TableAccess): LoginStore {
  return {
    async getLogins(runId, username) {
      return toRecord(await getItem(access, keys.logins(runId, username)));
    },

    async tryLogin(runId, username, { limit, now, lostBefore }) {
      const key = keys.logins(runId, username);
      const free = { text: 'attribute_not_exists(#trying) OR #trying < :limit', values: { ':limit': limit } };
      if (await updateItem(access, key, { set: { triedAt: now }, add: { trying: 1 } }, free)) return true;
      // Nobody has begun or ended a try for so long that those who hold them must have died.
      const lost = { text: '#triedAt < :lostBefore', values: { ':lostBefore': lostBefore } };
      return (await updateItem(access, key, { set: { triedAt: now, trying: 1 } }, lost)) !== null;
    },

    async releaseLogin(runId, username) {
      await updateItem(
        access,
        keys.logins(runId, username),
        { add: { trying: -1 } },
        { text: '#trying > :none', values: { ':none': 0 } },
      );
    },

    async loginWorked(runId, username) {
      const change = { set: { proven: true, failuresInARow: 0 }, remove: ['pausedUntil'] };
      await updateItem(access, keys.logins(runId, username), change);
    },

    async loginRefused(runId, username, { limit, pausedUntil }) {
      const key = keys.logins(runId, username);
      const record = toRecord(await updateItem(access, key, { add: { failuresInARow: 1 } }));
      if (record.failuresInARow < limit) return record;
      return toRecord(await updateItem(access, key, { set: { pausedUntil } }));
    },

    async takeTurn(username, { window, limit }) {
      const key = keys.account(username);
      const same = {
        text: '#window = :window AND #taken < :limit',
        values: { ':window': window, ':limit': limit },
      };
      const join = (): Promise<Item | null> => updateItem(access, key, { add: { taken: 1 } }, same);
      if (await join()) return true;
      const newer = {
        text: 'attribute_not_exists(#window) OR #window < :window',
        values: { ':window': window },
      };
      // Whoever opens the window is one of many that asked at once: the others join it.
      const opened = await updateItem(access, key, { set: { window, taken: 1 } }, newer);
      return (opened ?? (await join())) !== null;
    },

    async takeCanary(runId, username, { seen, pausedUntil }) {
      const taken = await updateItem(
        access,
        keys.logins(runId, username),
        { set: { pausedUntil } },
        { text: '#pausedUntil = :seen', values: { ':seen': seen } },
      );
      return taken !== null;
    },
  };
}

function toRecord(item: Item | null): LoginRecord {
  return { proven: false, failuresInARow: 0, ...(item && withoutKeys(item)) };
}
