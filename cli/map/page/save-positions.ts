import type { SavedPositions } from '../saved-positions.ts';
import type { Drawing } from './draw-network.ts';
import { byId, element } from './element.ts';
import type { Network } from './network.ts';

/** Devices can be dragged; where they stand is downloaded as the file that `netwalker map --positions` takes. */
export function savePositions(network: Network, { nodeOf }: Drawing): void {
  byId('save').addEventListener('click', () => {
    const positions = network.devices.map(({ id, name }) => {
      const { x, y } = nodeOf(id).position();
      return [id, { name, x: Math.round(x), y: Math.round(y) }] as const;
    });
    const file: SavedPositions = { network: network.network, positions: Object.fromEntries(positions) };
    const url = URL.createObjectURL(
      new Blob([`${JSON.stringify(file, null, 1)}\n`], { type: 'application/json' }),
    );
    element('a', { href: url, download: `positions-${network.network}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });
}
