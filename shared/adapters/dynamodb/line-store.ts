import { keys } from '../../names.ts';
import type { LineStore } from '../../ports/store.ts';
import { deleteItem, updateItem, type TableAccess } from './table-access.ts';

/** One lease for each place that sessions go to: one session at a time, whichever run it belongs to. */
export function lineStore(access: TableAccess): LineStore {
  return {
    async takeLine(place, { owner, now, until }) {
      const taken = await updateItem(
        access,
        keys.line(place),
        { set: { owner, until } },
        {
          text: 'attribute_not_exists(#pk) OR #until <= :now OR #owner = :owner',
          values: { ':now': now, ':owner': owner },
        },
      );
      return taken !== null;
    },

    async freeLine(place, owner) {
      await deleteItem(access, keys.line(place), { text: '#owner = :owner', values: { ':owner': owner } });
    },
  };
}
