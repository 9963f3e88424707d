import { deviceDetails } from './device-details.ts';
import { byId, element } from './element.ts';
import { linkDetails } from './link-details.ts';
import type { Network } from './network.ts';
import type { Selection } from './selection.ts';

/** The details of what is selected, beside the map. */
export function showPanel(network: Network, selection: Selection): void {
  const panel = byId('panel');
  const close = (): void => {
    selection.choose(null);
    byId('map').focus();
  };
  selection.onChange((selected) => {
    panel.hidden = selected === null;
    if (selected === null) return;
    const button = element(
      'button',
      { type: 'button', class: 'close', 'aria-label': 'Close', onclick: close },
      '✕',
    );
    const details =
      'device' in selected
        ? deviceDetails(selected.device, network, selection)
        : linkDetails(selected.link, network, selection);
    panel.replaceChildren(button, ...details);
    panel.scrollTop = 0;
  });
}
