import { keys, SK_PREFIX } from '../../names.ts';
import type { HostKey, HostKeyStore } from '../../ports/store.ts';
import { queryItems } from './query.ts';
import {
  deleteItem,
  EXISTS,
  getItem,
  IS_NEW,
  putItem,
  withoutKeys,
  type TableAccess,
} from './table-access.ts';

/** Pinned host keys of a network. Who pins first wins; only `forgetHostKey` makes room for another key. */
export function hostKeyStore(access: TableAccess): HostKeyStore {
  const read = async (network: string, address: string, port: number): Promise<HostKey | null> => {
    const item = await getItem(access, keys.hostKey(network, address, port));
    return item && (withoutKeys(item) as unknown as HostKey);
  };
  return {
    getHostKey: read,

    async pinHostKey(key) {
      // All visits but the first find one: to read it costs a fifth of a write that is refused.
      const known = await read(key.network, key.address, key.port);
      if (known) return known;
      const isPinned = await putItem(
        access,
        { ...key, ...keys.hostKey(key.network, key.address, key.port) },
        IS_NEW,
      );
      // Null only where somebody forgot the key between the two requests: ours is as good then.
      return isPinned ? key : ((await read(key.network, key.address, key.port)) ?? key);
    },

    async forgetHostKey(network, address, port) {
      return deleteItem(access, keys.hostKey(network, address, port), EXISTS);
    },

    async listHostKeys(network) {
      const { pk } = keys.lock(network);
      const items = await queryItems(access, { pk, skPrefix: SK_PREFIX.hostKey });
      return items.map((item) => withoutKeys(item) as unknown as HostKey);
    },
  };
}
