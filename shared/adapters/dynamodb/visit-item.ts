import { keys, type ItemKey } from '../../names.ts';
import { cut } from './bounded.ts';
import type { Item } from './table-access.ts';

/** The claim of a device in a run by the target that visits it. */
export const visitItem = (
  runId: string,
  {
    deviceId,
    targetId,
    name,
  }: { readonly deviceId: string; readonly targetId: string; readonly name: string },
): ItemKey & Item => ({ runId, deviceId, targetId, name: cut(name, 255), ...keys.visit(runId, deviceId) });
