import { stated } from './stated.ts';

/** `bridge, wlan-access-point, router`: the words between the commas. Undefined where nothing is stated. */
export function splitCapabilities(text: string | undefined): string[] | undefined {
  const value = stated(text);
  if (value === null) return undefined;
  return value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
