import type { DeviceChange, LinkChange, MapChange, MappedDevice } from '../model/run-map.ts';
import { endText } from './run-map.ts';

/** A change as a line: `link removed: acc-1 Gi1/0/1 - dist-1 Te1/1/1`. */
export function changeText(change: MapChange): string {
  const details = change.what === 'device' ? deviceDetails(change) : linkDetails(change);
  const about = change.what === 'device' ? change.device : change.link;
  const more = details.length === 0 ? '' : ` (${details.join(', ')})`;
  return `${change.what} ${change.change}: ${about}${more}`;
}

/** What differs of a device that both runs have: `osVersion 17.9 -> 17.12`. */
export function deviceDetails({ fields, before, after }: DeviceChange): readonly string[] {
  if (!before || !after) return [];
  return fields.map((field) => {
    if (field === 'serials' || field === 'addresses')
      return `${field} ${listChange(before[field], after[field])}`;
    if (field === 'status') return `${statusText(before)} -> ${statusText(after)}`;
    return `${field} ${before[field] ?? 'unknown'} -> ${after[field] ?? 'unknown'}`;
  });
}

/** Of a list, only what came and went: a router has many addresses. */
function listChange(before: readonly string[], after: readonly string[]): string {
  const gone = before.filter((each) => !after.includes(each)).map((each) => `-${each}`);
  const come = after.filter((each) => !before.includes(each)).map((each) => `+${each}`);
  return [...gone, ...come].join(' ');
}

/** `visited`, `failed: refused`, `not visited: out-of-scope`. */
export function statusText({ status, why }: Pick<MappedDevice, 'status' | 'why'>): string {
  const words = status === 'told' ? 'not visited' : status;
  return why === null ? words : `${words}: ${why}`;
}

function linkDetails({ fields, before, after }: LinkChange): readonly string[] {
  if (!before || !after) return [];
  return fields.map((field) =>
    field === 'status'
      ? `${before.status} -> ${after.status}`
      : `was ${endText(before.a)} - ${endText(before.b)}`,
  );
}
