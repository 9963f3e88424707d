import { byId } from './element.ts';
import type { Filter } from './filter-devices.ts';
import type { Network } from './network.ts';
import { timeText } from './device-details.ts';
import { visible } from './visible-text.ts';

/** What is looked at, and how much of it is shown. */
export function showTitle(network: Network, filter: Filter): void {
  const { devices, links, run } = network;
  const title = `Network ${visible(network.network)}`;
  document.title = `${title} - netwalker`;
  byId('title').textContent = title;
  const show = (): void => {
    const shown = devices.filter(filter.shows).length;
    const count = shown === devices.length ? `${shown}` : `${shown} of ${devices.length}`;
    byId('counts').textContent =
      `${count} devices, ${links.length} links, as of ${timeText(run.startedAt) ?? 'an unknown time'}` +
      (run.status === 'succeeded' ? '' : ` (run ${run.status})`);
  };
  show();
  filter.onChange(show);
}
