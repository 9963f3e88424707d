import type { MapDevice } from '../map-data.ts';
import { byId, element } from './element.ts';
import type { Network } from './network.ts';
import { CATEGORY_COLORS, OTHER_COLOR } from './palette.ts';
import { visible } from './visible-text.ts';

export const COLOR_KEYS = ['platform', 'site', 'vendor', 'model'] as const;
type ColorKey = (typeof COLOR_KEYS)[number];

export interface Category {
  readonly name: string;
  readonly color: string;
  readonly count: number;
}

/** What the boxes' colors mean: the six values that most devices have, and a color for all others. */
export interface Colors {
  readonly categories: () => readonly Category[];
  readonly of: (device: MapDevice) => string;
  readonly onChange: (listener: () => void) => void;
}

export function colorDevices(network: Network): Colors {
  const select = byId<HTMLSelectElement>('color');
  const listeners: (() => void)[] = [];
  for (const key of COLOR_KEYS) {
    if (new Set(network.devices.map((device) => device[key])).size > 1 || key === 'platform')
      select.append(element('option', { value: key }, key));
  }
  let chosen = categoriesBy(network, 'platform');
  select.addEventListener('change', () => {
    chosen = categoriesBy(network, select.value as ColorKey);
    for (const listener of listeners) listener();
  });
  return {
    categories: () => chosen.categories,
    of: (device) => chosen.of(device),
    onChange: (listener) => listeners.push(listener),
  };
}

function categoriesBy(network: Network, key: ColorKey): Pick<Colors, 'of'> & { categories: Category[] } {
  const counts = new Map<string, number>();
  for (const device of network.devices) {
    const value = device[key];
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const colors = new Map(ordered.map(([value], index) => [value, CATEGORY_COLORS[index] ?? OTHER_COLOR]));
  const named = ordered.slice(0, CATEGORY_COLORS.length);
  const others = network.devices.length - named.reduce((sum, [, count]) => sum + count, 0);
  const categories = named.map(([value, count]) => ({
    name: visible(value),
    color: colors.get(value) ?? OTHER_COLOR,
    count,
  }));
  if (others > 0) categories.push({ name: 'other or unknown', color: OTHER_COLOR, count: others });
  return { categories, of: (device) => colors.get(device[key] ?? '') ?? OTHER_COLOR };
}
