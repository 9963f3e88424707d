import { devicesList, INDEX_LIST, keys, TABLE, type ItemKey } from '../../names.ts';
import type { DeviceStore } from '../../ports/store.ts';
import { batchGet } from './batch-get.ts';
import { cut } from './bounded.ts';
import { deviceChange, setOf, setsHaveRoom, toDevice } from './device-item.ts';
import { MAPPED_OF_DEVICE } from './mapped.ts';
import { neighborStore } from './neighbor-store.ts';
import { visitItem } from './visit-item.ts';
import { queryIndex } from './query.ts';
import { getItem, IS_NEW, putItem, updateItem, type Item, type TableAccess } from './table-access.ts';

/** Devices, the aliases that lead to them, and what they say of their neighbors. */
export function deviceStore(access: TableAccess): DeviceStore {
  return { ...identity(access), ...devices(access), ...neighborStore(access) };
}

function identity(
  access: TableAccess,
): Pick<DeviceStore, 'claimAlias' | 'getAlias' | 'getAliases' | 'claimVisit'> {
  return {
    async claimAlias(network, alias, deviceId) {
      const held = await firstOf(access, keys.alias(network, alias), {
        network,
        alias: cut(alias, 1024),
        deviceId,
      });
      return held['deviceId'] as string;
    },

    async getAlias(network, alias) {
      return deviceIdIn(await getItem(access, keys.alias(network, alias)));
    },

    async getAliases(network, aliases) {
      const items = await batchGet(
        access,
        aliases.map((alias) => keys.alias(network, alias)),
      );
      return items.map(deviceIdIn);
    },

    async claimVisit(runId, visit) {
      const { pk, sk, ...claim } = visitItem(runId, visit);
      const held = await firstOf(access, { pk, sk }, claim);
      return { targetId: held['targetId'] as string, name: held['name'] as string };
    },
  };
}

const deviceIdIn = (alias: Item | null): string | null => alias && (alias['deviceId'] as string);

/** Puts an item unless it is there; answers the one that is there then. Nothing deletes items that are claimed so. */
async function firstOf(access: TableAccess, key: ItemKey, item: Item): Promise<Item> {
  if (await putItem(access, { ...item, ...key }, IS_NEW)) {
    return item;
  }
  const first = await getItem(access, key);
  if (first === null) {
    throw new Error(`The item ${key.pk} ${key.sk} was deleted while it was claimed.`);
  }
  return first;
}

function devices(
  access: TableAccess,
): Pick<DeviceStore, 'getDevice' | 'saveDevice' | 'addAddress' | 'listDevices'> {
  return {
    async getDevice(network, deviceId) {
      const item = await getItem(access, keys.device(network, deviceId));
      return item && toDevice(item);
    },

    async saveDevice(device) {
      const key = keys.device(device.network, device.deviceId);
      const saved = await updateItem(access, key, deviceChange(device, { growSets: true }), setsHaveRoom());
      if (saved === null) {
        await updateItem(access, key, deviceChange(device, { growSets: false }));
      }
    },

    async addAddress(network, deviceId, address) {
      // Also where the device is not stored yet: its own visit may still be running, and adds to what is here.
      await updateItem(
        access,
        keys.device(network, deviceId),
        { set: { network, deviceId }, add: { addresses: setOf('addresses', [address]) } },
        setsHaveRoom('addresses'),
      );
    },

    async listDevices(network, { onlyMapped = false } = {}) {
      const hash = { name: TABLE.g2pk, value: devicesList(network) };
      const attributes = onlyMapped ? { attributes: MAPPED_OF_DEVICE } : {};
      const items = await queryIndex(access, { index: INDEX_LIST, hash, ...attributes });
      return items.map(toDevice).filter((device) => device !== null);
    },
  };
}
