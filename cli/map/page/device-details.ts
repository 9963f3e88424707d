import type { MapDevice, MapFailure } from '../map-data.ts';
import { element } from './element.ts';
import { factList, type Fact } from './fact-list.ts';
import type { Network } from './network.ts';
import { portTable } from './port-table.ts';
import type { Selection } from './selection.ts';
import { STATUS_TEXT, visible } from './visible-text.ts';

export function deviceDetails(device: MapDevice, network: Network, selection: Selection): readonly Node[] {
  const { failure } = device;
  return [
    element('h2', {}, visible(device.name)),
    ...(failure ? [failureNote(device, failure)] : []),
    factList(factsOf(device)),
    element('h3', {}, 'Ports'),
    portTable(device, network, selection),
  ];
}

function factsOf(device: MapDevice): readonly Fact[] {
  return [
    ['Status', STATUS_TEXT[device.status]],
    ['Site', device.site],
    ['Platform', device.platform],
    ['Vendor', device.vendor],
    ['Model', device.model],
    ['Version', device.osVersion],
    [device.serials.length > 1 ? 'Serials' : 'Serial', device.serials.join(', ')],
    [device.addresses.length > 1 ? 'Addresses' : 'Address', device.addresses.join(', ')],
    ['Uptime', uptimeText(device.uptimeSeconds)],
    ['Last seen', timeText(device.lastSeenAt)],
    ['First seen', timeText(device.firstSeenAt)],
  ];
}

function failureNote({ status }: MapDevice, { class: name, phase, reason, advice }: MapFailure): HTMLElement {
  const what = status === 'visited' ? 'The latest run could not visit it' : 'Could not be visited';
  return element(
    'div',
    { class: 'failure' },
    element('strong', {}, `${what}: ${visible(name)} (${visible(phase)})`),
    element('p', {}, visible(reason)),
    element('p', {}, `What to do: ${visible(advice)}`),
  );
}

function uptimeText(seconds: number | null): string | null {
  if (seconds === null) return null;
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  return days > 0 ? `${days} d ${hours} h` : `${hours} h ${Math.floor((seconds % 3600) / 60)} min`;
}

export const timeText = (iso: string | null): string | null =>
  iso === null ? null : `${iso.slice(0, 16).replace('T', ' ')} UTC`;
