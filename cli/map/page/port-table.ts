import type { MapDevice, MapEnd, MapLink } from '../map-data.ts';
import { element, linkButton } from './element.ts';
import type { Network } from './network.ts';
import type { Selection } from './selection.ts';
import { shortPort } from './short-port.ts';
import { visible } from './visible-text.ts';

/** The ports of a device behind which something stands. */
export function portTable(device: MapDevice, network: Network, selection: Selection): HTMLElement {
  const rows = (network.linksOf.get(device.id) ?? [])
    .flatMap((link) => endsAt(device, link).map(([here, there]) => ({ link, here, there })))
    .sort((one, other) =>
      (one.here.port ?? '').localeCompare(other.here.port ?? '', 'en', { numeric: true }),
    );
  if (rows.length === 0) return element('p', {}, 'No link is known.');
  const head = ['Port', 'Neighbor', 'Its port', 'Link', 'By'].map((title) =>
    element('th', { scope: 'col' }, title),
  );
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows.map((row) => portRow(row, network, selection))),
  );
}

interface Row {
  readonly link: MapLink;
  readonly here: MapEnd;
  readonly there: MapEnd;
}

function portRow({ link, here, there }: Row, network: Network, selection: Selection): HTMLElement {
  const neighbor = network.deviceOf.get(there.id);
  const name = visible(there.device);
  const bring = { bring: true };
  return element(
    'tr',
    {},
    element('td', { title: visible(here.port) }, shortPort(here.port)),
    element(
      'td',
      {},
      neighbor ? linkButton(name, () => selection.choose({ device: neighbor }, bring)) : name,
    ),
    element('td', { title: visible(there.port) }, shortPort(there.port)),
    element(
      'td',
      {},
      linkButton(link.status, () => selection.choose({ link }, bring)),
    ),
    element('td', {}, link.protocols.join(', ')),
  );
}

/** Here and there, seen from the device: a loop is at two of its ports. */
function endsAt({ id }: MapDevice, { a, b }: MapLink): readonly (readonly [MapEnd, MapEnd])[] {
  return [...(a.id === id ? [[a, b] as const] : []), ...(b.id === id ? [[b, a] as const] : [])];
}
