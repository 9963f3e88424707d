import type { MapEnd, MapLink } from '../map-data.ts';
import { element, linkButton } from './element.ts';
import { factList } from './fact-list.ts';
import type { Network } from './network.ts';
import type { Selection } from './selection.ts';
import { visible } from './visible-text.ts';

const MEANING: Readonly<Record<MapLink['status'], string>> = {
  confirmed: 'confirmed: both ends say so',
  'one-sided': 'one-sided: only one end says so; the other was not visited, or says nothing about its port',
  conflicting: 'conflicting: the other end says that something else is behind that port',
};

export function linkDetails(link: MapLink, network: Network, selection: Selection): readonly Node[] {
  const { a, b, status, protocols } = link;
  return [
    element('h2', {}, `${visible(a.device)} — ${visible(b.device)}`),
    factList([
      ['Status', MEANING[status]],
      ['Told by', protocols.join(', ')],
    ]),
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element('tr', {}, element('th', { scope: 'col' }, 'Device'), element('th', { scope: 'col' }, 'Port')),
      ),
      element('tbody', {}, endRow(a, network, selection), endRow(b, network, selection)),
    ),
  ];
}

function endRow({ id, device: name, port }: MapEnd, network: Network, selection: Selection): HTMLElement {
  const device = network.deviceOf.get(id);
  const shown = visible(name);
  return element(
    'tr',
    {},
    element(
      'td',
      {},
      device ? linkButton(shown, () => selection.choose({ device }, { bring: true })) : shown,
    ),
    element('td', {}, visible(port)),
  );
}
