import { gunzipSync, gzipSync } from 'node:zlib';
import { keys, SK_PREFIX } from '../../names.ts';
import type { RunMap } from '../../model/run-map.ts';
import type { MapStore } from '../../ports/store.ts';
import { queryItems } from './query.ts';
import { putItem, type TableAccess } from './table-access.ts';

/** An item stays under 64 KB: a map of 10,000 devices takes about ten. */
const CHUNK_BYTES = 48 * 1024;
/** Of what a map holds: one that an older version kept is not read. */
const FORMAT = 2;
const ALWAYS = { text: 'attribute_exists(#pk) OR attribute_not_exists(#pk)' } as const;

/** What each run saw, compressed, in items under the run. */
export function mapStore(access: TableAccess): MapStore {
  return {
    async saveRunMap(runId, map) {
      const bytes = gzipSync(JSON.stringify(map));
      const of = Math.ceil(bytes.length / CHUNK_BYTES);
      for (let part = 0; part < of; part += 1) {
        const gzip = bytes.subarray(part * CHUNK_BYTES, (part + 1) * CHUNK_BYTES);
        await putItem(access, { runId, part, of, format: FORMAT, gzip, ...keys.runMap(runId, part) }, ALWAYS);
      }
    },

    async getRunMap(runId) {
      const items = await queryItems(access, { pk: keys.run(runId).pk, skPrefix: SK_PREFIX.runMap });
      const [first] = items;
      if (first?.['format'] !== FORMAT || items.length < Number(first['of'])) return null;
      const parts = items.slice(0, Number(first['of'])).map((item) => item['gzip'] as Uint8Array);
      return JSON.parse(gunzipSync(Buffer.concat(parts)).toString('utf8')) as RunMap;
    },
  };
}
