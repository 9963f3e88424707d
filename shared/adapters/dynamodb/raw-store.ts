import { gunzipSync, gzipSync } from 'node:zlib';
import { keys, TABLE, type ItemKey } from '../../names.ts';
import type { RawOutput } from '../../model/raw-output.ts';
import type { RawStore } from '../../ports/store.ts';
import { batchWrite } from './batch-write.ts';
import { cut } from './bounded.ts';
import { queryItems } from './query.ts';
import type { TableAccess } from './table-access.ts';

/** An item stays under 64 KB. Device output compresses to a tenth; one that does not is cut. */
const GZIP_BYTES = 48 * 1024;
const TEXT_LENGTH = 1024 * 1024;
/** Outputs of one visit: more than a probe plan has commands, ports included. */
const OUTPUTS = 200;

/** What devices printed, one item an output, under the run: with the run it goes. */
export function rawStore(access: TableAccess): RawStore {
  return {
    async saveRawOutputs(runId, targetId, outputs) {
      const put = outputs.slice(0, OUTPUTS).map(({ command, status, output }, part) => {
        const { gzip, kept } = packed(output);
        const lost = output.length - kept;
        return {
          ...keys.rawOutput(runId, targetId, part),
          ...{ runId, targetId, command: cut(command, 512), status, gzip },
          ...(lost > 0 ? { cut: lost } : {}),
        };
      });
      const before = await keysOf(access, runId, targetId);
      const now = new Set(put.map(({ sk }) => sk));
      await batchWrite(access, { put, remove: before.filter(({ sk }) => !now.has(sk)) });
    },

    async listRawOutputs(runId, targetId) {
      const items = await queryItems(access, allOf(runId, targetId));
      return items.map(
        ({ command, status, gzip, cut: lost }) =>
          ({
            command,
            status,
            output: gunzipSync(gzip as Uint8Array).toString('utf8'),
            ...(lost === undefined ? {} : { cut: lost }),
          }) as RawOutput,
      );
    },
  };
}

/** The sort keys of a target's outputs, without the part number of three digits. */
function allOf(runId: string, targetId: string): { readonly pk: string; readonly skPrefix: string } {
  const { pk, sk } = keys.rawOutput(runId, targetId, 0);
  return { pk, skPrefix: sk.slice(0, -3) };
}

async function keysOf(access: TableAccess, runId: string, targetId: string): Promise<ItemKey[]> {
  const attributes = [TABLE.pk, TABLE.sk];
  return (await queryItems(access, { ...allOf(runId, targetId), attributes })) as unknown as ItemKey[];
}

/** The longest start of the text, by halves, that fits into an item. */
function packed(output: string): { readonly gzip: Uint8Array; readonly kept: number } {
  let kept = Math.min(output.length, TEXT_LENGTH);
  for (;;) {
    const gzip = gzipSync(output.slice(0, kept));
    if (gzip.length <= GZIP_BYTES) return { gzip, kept };
    kept = Math.floor(kept / 2);
  }
}
