import { byId } from './element.ts';
import type { Network } from './network.ts';
import type { Selection } from './selection.ts';
import { STATUS_TEXT, visible } from './visible-text.ts';

/** Says to a screen reader what was selected: a canvas says nothing. */
export function announce(network: Network, selection: Selection): void {
  const said = byId('said');
  selection.onChange((selected) => {
    if (selected === null) said.textContent = '';
    else if ('link' in selected) {
      const { a, b, status } = selected.link;
      said.textContent = `${status} link, ${end(a)} to ${end(b)}`;
    } else {
      const { id, name, status } = selected.device;
      const count = network.linksOf.get(id)?.length ?? 0;
      said.textContent = `${visible(name)}, ${STATUS_TEXT[status]}, ${count} links. Enter for details.`;
    }
  });
}

const end = ({ device, port }: { device: string; port: string | null }): string =>
  `${visible(device)} port ${visible(port)}`;
