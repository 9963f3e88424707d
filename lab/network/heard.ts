import type { Blueprint, CableEnd, LabDevice } from './blueprint.ts';

/** What a device hears on one cable: its own end and the far one. */
export interface Heard {
  readonly here: CableEnd;
  readonly there: CableEnd;
  readonly cdp: boolean;
  readonly lldp: boolean;
}

/** What every device hears, by device index, in the order of cabling. */
export function heardByDevice(blueprint: Blueprint): ReadonlyMap<number, readonly Heard[]> {
  const heard = new Map<number, Heard[]>(blueprint.devices.map((device) => [device.index, []]));
  const add = (device: LabDevice, entry: Heard) => heard.get(device.index)?.push(entry);
  for (const { a, b, cdp, lldp } of blueprint.cables) {
    add(a.device, { here: a, there: b, cdp, lldp });
    add(b.device, { here: b, there: a, cdp, lldp });
  }
  return heard;
}
