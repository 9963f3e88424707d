import type { StoredNeighbor } from '../../model/neighbor.ts';
import { keys, SK_PREFIX, TABLE, type ItemKey } from '../../names.ts';
import type { DeviceStore } from '../../ports/store.ts';
import { batchWrite } from './batch-write.ts';
import { bounded } from './bounded.ts';
import { MAPPED_OF_NEIGHBOR } from './mapped.ts';
import { neighborKeys } from './neighbor-keys.ts';
import { queryItems } from './query.ts';
import { withoutKeys, type TableAccess } from './table-access.ts';

/** A device's neighbors: one item an entry, under the device. */
export function neighborStore(access: TableAccess): Pick<DeviceStore, 'saveNeighbors' | 'listNeighbors'> {
  return {
    async saveNeighbors(network, deviceId, neighbors) {
      const { pk } = keys.device(network, deviceId);
      const before = await queryItems(access, {
        pk,
        skPrefix: SK_PREFIX.neighbor,
        attributes: [TABLE.pk, TABLE.sk],
      });
      const entries = neighborKeys(neighbors);
      const put = neighbors.map((neighbor, index) => ({
        ...bounded(neighbor),
        ...keys.neighbor(network, deviceId, entries[index] ?? ''),
      }));
      const now = new Set(put.map((item) => item.sk));
      const remove = (before as unknown as ItemKey[]).filter((key) => !now.has(key.sk));
      // Puts first: who reads in between sees an old entry too many, never a known one too few.
      await batchWrite(access, { put });
      await batchWrite(access, { remove });
    },

    async listNeighbors(network, deviceId, { onlyMapped = false } = {}) {
      const { pk } = keys.device(network, deviceId);
      const attributes = onlyMapped ? { attributes: MAPPED_OF_NEIGHBOR } : {};
      const items = await queryItems(access, { pk, skPrefix: SK_PREFIX.neighbor, ...attributes });
      return items.map((item) => withoutKeys(item) as unknown as StoredNeighbor);
    },
  };
}
