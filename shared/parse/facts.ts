import type { DevicePort, Facts } from '../model/device.ts';
import { stated } from './stated.ts';

/** What a parser found, as printed; what it did not find is undefined. */
export interface RawFacts {
  readonly hostname?: string | null | undefined;
  readonly vendor?: string | null | undefined;
  readonly model?: string | null | undefined;
  readonly osVersion?: string | null | undefined;
  readonly serials?: readonly (string | null | undefined)[] | undefined;
  readonly uptimeSeconds?: number | undefined;
  readonly chassisIds?: readonly (string | null | undefined)[] | undefined;
  readonly ports?: readonly DevicePort[] | undefined;
}

/** Facts with only those keys that the output states: no empty text, no `N/A`, no repeated serial number. */
export function facts(raw: RawFacts): Facts {
  const texts = { hostname: raw.hostname, vendor: raw.vendor, model: raw.model, osVersion: raw.osVersion };
  const lists = { serials: raw.serials, chassisIds: raw.chassisIds };
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(texts)) {
    const text = stated(value);
    if (text !== null) out[key] = text;
  }
  for (const [key, values] of Object.entries(lists)) {
    const list = [...new Set((values ?? []).map(stated).filter((value) => value !== null))];
    if (list.length > 0) out[key] = list;
  }
  if (raw.uptimeSeconds !== undefined && Number.isFinite(raw.uptimeSeconds)) {
    out['uptimeSeconds'] = raw.uptimeSeconds;
  }
  if (raw.ports !== undefined && raw.ports.length > 0) out['ports'] = raw.ports;
  return out;
}
