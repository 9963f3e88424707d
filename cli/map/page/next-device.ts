import type { MapDevice } from '../map-data.ts';
import { shownNodes, type Drawing } from './draw-network.ts';
import type { Selected } from './selection.ts';

export interface Direction {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** A step aside counts as much as two steps ahead. */
const ASIDE = 2;

/** The device that one comes to from the selected one in a direction; without a selection the first one on top. */
export function nextDevice(
  drawing: Drawing,
  selected: Selected,
  direction: Direction,
): MapDevice | undefined {
  const nodes = shownNodes(drawing.cy);
  if (selected === null || !('device' in selected)) {
    const [first] = nodes.sort((a, b) => a.position().y - b.position().y || a.position().x - b.position().x);
    return first && drawing.deviceOf(first);
  }
  const from = drawing.nodeOf(selected.device.id).position();
  let best: { device: MapDevice | undefined; cost: number } | undefined;
  for (const node of nodes) {
    const { x, y } = node.position();
    const ahead = (x - from.x) * direction.x + (y - from.y) * direction.y;
    const aside = Math.abs((x - from.x) * direction.y) + Math.abs((y - from.y) * direction.x);
    if (ahead <= 1 || aside > 3 * ahead) continue;
    const cost = ahead + ASIDE * aside;
    if (best === undefined || cost < best.cost) best = { device: drawing.deviceOf(node), cost };
  }
  return best?.device;
}
