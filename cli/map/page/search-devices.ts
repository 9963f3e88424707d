import type { MapDevice } from '../map-data.ts';
import type { Drawing } from './draw-network.ts';
import { byId } from './element.ts';
import type { Filter } from './filter-devices.ts';
import type { Network } from './network.ts';
import { showFound } from './found-list.ts';
import type { Selection } from './selection.ts';

interface Parts {
  readonly network: Network;
  readonly drawing: Drawing;
  readonly filter: Filter;
  readonly selection: Selection;
}

/** The list follows every key; the map, which takes longer, the last one. */
const TYPING_MS = 100;

/** Typing finds: everything else turns faint. Enter goes from one to the next, Escape ends it. */
export function searchDevices({ network, drawing, filter, selection }: Parts): void {
  const input = byId<HTMLInputElement>('search');
  const haystacks = new Map(network.devices.map((device) => [device, textOf(device)]));
  let found: readonly MapDevice[] = [];
  let at = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const search = (): void => {
    const words = input.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const matches = (device: MapDevice): boolean =>
      filter.shows(device) && words.every((word) => haystacks.get(device)?.includes(word));
    found = words.length === 0 ? [] : network.devices.filter(matches);
    at = -1;
    if (selection.current() !== null) selection.choose(null);
    showFound(words.length === 0 ? null : found, selection);
    clearTimeout(timer);
    timer = setTimeout(() => markFound(drawing, words.length === 0 ? null : found), TYPING_MS);
  };
  input.addEventListener('input', search);
  filter.onChange(search);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && found.length > 0) {
      at = (at + (event.shiftKey ? found.length - 1 : 1)) % found.length;
      selection.choose({ device: found[at]! }, { bring: true });
    } else if (event.key === 'Escape') {
      input.value = '';
      search();
      byId('map').focus();
    } else return;
    event.preventDefault();
  });
  byId('tools').addEventListener('submit', (event) => event.preventDefault());
}

/** Everything that a person may know of a device, in lower case. */
function textOf({ name, platform, vendor, model, osVersion, serials, addresses, site }: MapDevice): string {
  return [name, platform, vendor, model, osVersion, site, ...serials, ...addresses].join('\n').toLowerCase();
}

function markFound({ cy, nodeOf }: Drawing, found: readonly MapDevice[] | null): void {
  cy.batch(() => {
    cy.elements().toggleClass('faint', found !== null);
    for (const { id } of found ?? []) nodeOf(id).removeClass('faint');
  });
}
