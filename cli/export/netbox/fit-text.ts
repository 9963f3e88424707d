import { createHash } from 'node:crypto';
import { plainText } from '../plain-text.ts';

/** How many characters NetBox 4 takes (its models in `dcim`). */
export const NETBOX_LIMITS = {
  deviceName: 64,
  interfaceName: 64,
  name: 100,
  slug: 100,
  serial: 50,
  description: 200,
} as const;

/** As NetBox stores a text: without space around it, and nothing in it that acts or cannot be stored. */
export const netboxText = (text: string | null | undefined): string => plainText(text ?? '').trim();

export const isTooLong = (text: string, limit: number): boolean => [...text].length > limit;

/** A text that NetBox takes; a longer one is cut, and marked so that two that begin alike stay two. */
export function fitText(text: string | null | undefined, limit: number): string {
  const whole = netboxText(text);
  if (!isTooLong(whole, limit)) return whole;
  const mark = `~${hashOf(whole)}`;
  return [...whole].slice(0, limit - mark.length).join('') + mark;
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
