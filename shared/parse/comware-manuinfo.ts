import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { readFields } from './labels.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { stated } from './stated.ts';

/** `Chassis 1`, `Chassis self`, ` Slot 1 CPU 0:`, `Fan 1:`, `Power 2`, `Slot 0 SubSlot 1`. */
const SECTION = /^\s{0,8}(?:chassis|slot|subslot|subcard|fan|power|transceiver|cpu)\b[^:]{0,40}:?$/i;
const LABELS = {
  device_name: 'model',
  'device name': 'model',
  device_serial_number: 'serial',
  'manu serial number': 'serial',
  mac_address: 'mac',
  vendor_name: 'vendor',
} as const;

/**
 * `display device manuinfo` of Comware. The device is `Chassis self` of a modular one, else every slot: each is a member
 * of the stack. Small devices print one section without a title. Cards, fans and power supplies are left out.
 */
export function parseComwareManuinfo(text: string): Facts {
  const blocks = splitBlocks(outputLines(text), (line, block) => block.length === 0 || SECTION.test(line));
  const named = blocks
    .map((lines) => ({ title: titleOf(lines[0] ?? ''), ...readFields(lines, LABELS) }))
    .filter(({ model, serial }) => stated(model) !== null || stated(serial) !== null);
  const chassis = named.filter(({ title }) => /^chassis\b/.test(title));
  const slots = named.filter(({ title }) => /^slot\b/.test(title) && !/sub(?:slot|card)/.test(title));
  const untitled = named.filter(({ title }) => title === '');
  const device = [chassis, slots, untitled].find((some) => some.length > 0) ?? [];
  return facts({
    vendor: device.find(({ vendor }) => stated(vendor) !== null)?.vendor,
    model: device.find(({ model }) => stated(model) !== null)?.model,
    serials: device.map(({ serial }) => serial),
    chassisIds: device.map(({ mac }) => mac),
  });
}

const titleOf = (line: string): string => (SECTION.test(line) ? line.trim().toLowerCase() : '');
