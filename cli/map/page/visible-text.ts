import type { MapDevice } from '../map-data.ts';
import { safeText } from '../../render/safe-text.ts';

/** A text as the page shows it: characters that cannot be seen, or that turn the order of others, are shown as U+FFFD. */
export const visible = (text: string | null): string => (text === null || text === '' ? '-' : safeText(text));

/** What stands in a device's box: its name without the domain. */
export function boxLabel({ name, status, failure }: MapDevice): string {
  const dot = name.indexOf('.');
  const isAddress = /^[\d.]+$|:/.test(name);
  const short = dot > 0 && !isAddress ? name.slice(0, dot) : name;
  const mark = status === 'failed' ? '✕ ' : failure ? '! ' : '';
  return mark + visible(short.slice(0, 40));
}

export const STATUS_TEXT: Readonly<Record<MapDevice['status'], string>> = {
  visited: 'visited',
  failed: 'failed: could not be visited',
  told: 'not visited: only told of',
};
