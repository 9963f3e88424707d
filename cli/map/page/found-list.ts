import type { MapDevice } from '../map-data.ts';
import { byId, element, linkButton } from './element.ts';
import type { Selection } from './selection.ts';
import { visible } from './visible-text.ts';

const MOST_SHOWN = 100;

/** What a search found, in the panel; `null` ends the search. */
export function showFound(found: readonly MapDevice[] | null, selection: Selection): void {
  const panel = byId('panel');
  panel.hidden = found === null;
  if (found === null) return;
  const items = found.slice(0, MOST_SHOWN).map((device) =>
    element(
      'li',
      {},
      linkButton(visible(device.name), () => selection.choose({ device }, { bring: true })),
    ),
  );
  const more = found.length - items.length;
  panel.replaceChildren(
    element('h2', { role: 'status' }, found.length === 0 ? 'Nothing found' : `${found.length} found`),
    element('ol', { id: 'found' }, ...items),
    more > 0 ? element('p', {}, `and ${more} more: type more of the name`) : '',
  );
}
