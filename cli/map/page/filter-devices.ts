import type { MapDevice } from '../map-data.ts';
import { byId, element } from './element.ts';
import type { Network } from './network.ts';
import { visible } from './visible-text.ts';

/** Which devices are shown. */
export interface Filter {
  readonly shows: (device: MapDevice) => boolean;
  readonly onChange: (listener: () => void) => void;
}

const KEYS = ['site', 'platform', 'status'] as const;
/** Not a text that a device could have: the value of an option is an index. */
const ALL = '';

/** A list for each of site, platform and status. */
export function filterDevices(network: Network): Filter {
  const listeners: (() => void)[] = [];
  const selects = KEYS.map((key) => fill(byId<HTMLSelectElement>(key), network, key));
  const shows = (device: MapDevice): boolean => selects.every((accepts) => accepts(device));
  for (const key of KEYS) {
    byId(key).addEventListener('change', () => {
      for (const listener of listeners) listener();
    });
  }
  return { shows, onChange: (listener) => listeners.push(listener) };
}

function fill(
  select: HTMLSelectElement,
  network: Network,
  key: (typeof KEYS)[number],
): (device: MapDevice) => boolean {
  const counts = new Map<string | null, number>();
  for (const device of network.devices) counts.set(device[key], (counts.get(device[key]) ?? 0) + 1);
  const values = [...counts.keys()].sort((a, b) =>
    (a ?? '\uffff').localeCompare(b ?? '\uffff', 'en', { numeric: true }),
  );
  select.append(element('option', { value: ALL }, 'all'));
  for (const [index, value] of values.entries()) {
    const text = value === null ? 'unknown' : visible(value);
    select.append(element('option', { value: String(index) }, `${text} (${counts.get(value) ?? 0})`));
  }
  select.disabled = values.length < 2;
  return (device) => select.value === ALL || device[key] === values[Number(select.value)];
}
