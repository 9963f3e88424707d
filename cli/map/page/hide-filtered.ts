import type { Drawing } from './draw-network.ts';
import type { Filter } from './filter-devices.ts';
import type { Network } from './network.ts';

/** A device that is left out takes its links with it. */
export function hideFiltered(network: Network, { cy, nodeOf }: Drawing, filter: Filter): void {
  filter.onChange(() =>
    cy.batch(() => {
      for (const device of network.devices) nodeOf(device.id).toggleClass('left-out', !filter.shows(device));
    }),
  );
}
