import type { ViewedDevice } from '../../shared/model/network-view.ts';

/** `n0`, `n1`, ... by node id: a name within a file, for formats in which an id is a word. */
export const nodeIds = (devices: readonly ViewedDevice[]): ReadonlyMap<string, string> =>
  new Map(devices.map(({ nodeId }, at) => [nodeId, `n${at}`]));
