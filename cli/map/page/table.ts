import type { MapDevice } from '../map-data.ts';
import { byId, element, linkButton } from './element.ts';
import type { Filter } from './filter-devices.ts';
import type { Network } from './network.ts';
import type { Selection } from './selection.ts';
import { timeText } from './device-details.ts';
import { visible } from './visible-text.ts';

export interface Table {
  readonly toggle: () => void;
}

interface Parts {
  readonly network: Network;
  readonly filter: Filter;
  readonly selection: Selection;
}

const COLUMNS: readonly (readonly [string, (device: MapDevice, network: Network) => string | null])[] = [
  ['Status', ({ status, failure }) => (failure ? `${status}: ${failure.class}` : status)],
  ['Site', ({ site }) => site],
  ['Platform', ({ platform }) => platform],
  ['Model', ({ model }) => model],
  ['Version', ({ osVersion }) => osVersion],
  ['Serials', ({ serials }) => serials.join(', ')],
  ['Addresses', ({ addresses }) => addresses.join(', ')],
  ['Links', ({ id }, { linksOf }) => String(linksOf.get(id)?.length ?? 0)],
  ['Last seen', ({ lastSeenAt }) => timeText(lastSeenAt)],
];

/** The devices as a table in place of the map: what a screen reader reads, and what is copied into a mail. Made when it is asked for. */
export function showTable({ network, filter, selection }: Parts): Table {
  const [map, table, button] = [byId('map'), byId('table'), byId('as-table')];
  const fill = (): void => {
    const devices = network.devices.filter(filter.shows);
    const head = ['Device', ...COLUMNS.map(([title]) => title)].map((title) =>
      element('th', { scope: 'col' }, title),
    );
    const rows = devices.map((device) => {
      const name = linkButton(visible(device.name), () => selection.choose({ device }));
      const cells = COLUMNS.map(([, value]) => element('td', {}, visible(value(device, network))));
      return element('tr', {}, element('th', { scope: 'row' }, name), ...cells);
    });
    table.replaceChildren(
      element(
        'table',
        {},
        element('caption', {}, `${devices.length} of ${network.devices.length} devices`),
        element('thead', {}, element('tr', {}, ...head)),
        element('tbody', {}, ...rows),
      ),
    );
  };
  const toggle = (): void => {
    const asTable = table.hidden;
    if (asTable) fill();
    table.hidden = !asTable;
    map.hidden = asTable;
    byId('legend').hidden = asTable;
    button.setAttribute('aria-pressed', String(asTable));
    if (!asTable) map.focus();
  };
  button.addEventListener('click', toggle);
  filter.onChange(() => {
    if (!table.hidden) fill();
  });
  return { toggle };
}
