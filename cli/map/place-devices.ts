import type { NetworkView, ViewedDevice } from '../../shared/model/network-view.ts';
import { shortName } from '../../shared/topology/device-name.ts';
import { UsageError } from '../../shared/errors.ts';
import { layOut, type Layout } from './layout/lay-out.ts';
import type { Point, Positions } from './layout/point.ts';
import { positionsPath, readPositions, writePositions, type PositionsFile } from './positions-file.ts';

export interface PlaceOptions {
  readonly dataDir: string;
  /** The view is that of a deployed stack. */
  readonly stack?: string | undefined;
  readonly layout?: Layout | undefined;
  /** Forget where devices stood. */
  readonly fresh?: boolean | undefined;
  /** A file that the map's "Save positions" made: what it says goes before what is saved. */
  readonly positions?: string | undefined;
}

/**
 * The places of a view's devices, the same as on its map: those that are saved stay, new devices come near their neighbors, and all are
 * saved again. Throws UsageError when a file of positions cannot be read.
 */
export function placeDevices(view: NetworkView, options: PlaceOptions): Positions {
  const path = positionsPath({ ...options, network: view.network });
  const saved = options.fresh === true ? {} : (readPositions(path)?.positions ?? {});
  const given = options.positions === undefined ? {} : readGiven(options.positions).positions;
  const known = { ...saved, ...given };
  const positions = layOut(view, findKnown(view.devices, known), options.layout);
  writePositions(path, {
    network: view.network,
    positions: { ...gone(view, known), ...named(view, positions) },
  });
  return positions;
}

function readGiven(path: string): PositionsFile {
  return readPositions(path) ?? missing(path);
}

function missing(path: string): never {
  throw new UsageError(`there is no file ${path}: the map's "Save positions" makes one`);
}

/** By id; a device whose id is new stands where the only one of its name stood that is gone. */
function findKnown(devices: readonly ViewedDevice[], known: PositionsFile['positions']): Positions {
  const here = new Set(devices.map(({ nodeId }) => nodeId));
  const left = Map.groupBy(
    Object.entries(known).filter(([nodeId]) => !here.has(nodeId)),
    ([, { name }]) => shortName(name),
  );
  const places = new Map<string, Point>(
    Object.entries(known).map(([nodeId, { x, y }]) => [nodeId, { x, y }]),
  );
  for (const { nodeId, name } of devices) {
    const [former, ...more] = places.has(nodeId) ? [] : (left.get(shortName(name)) ?? []);
    if (!former || more.length > 0) continue;
    places.set(nodeId, { x: former[1].x, y: former[1].y });
    places.delete(former[0]);
  }
  return places;
}

/** Devices that are not in this view keep their place for the day they are back. */
function gone(view: NetworkView, known: PositionsFile['positions']): PositionsFile['positions'] {
  const here = new Set(view.devices.flatMap(({ nodeId, name }) => [nodeId, shortName(name)]));
  return Object.fromEntries(
    Object.entries(known).filter(([nodeId, { name }]) => !here.has(nodeId) && !here.has(shortName(name))),
  );
}

function named(view: NetworkView, positions: Positions): PositionsFile['positions'] {
  return Object.fromEntries(
    view.devices.flatMap(({ nodeId, name }) => {
      const point = positions.get(nodeId);
      return point ? [[nodeId, { name, ...point }]] : [];
    }),
  );
}
