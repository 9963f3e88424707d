import { renderTable } from '../../render/table.ts';
import type { Plan } from './bodies.ts';
import type { CableCandidate, DeviceCandidate } from './candidates.ts';

/** The dry run for a terminal: every cable with what stands for it, and the devices that NetBox would refuse. */
export function reportText({ devices, cables }: Plan, columns: number): string {
  const heldBack = devices.filter((device) => device.heldBack !== null);
  return [
    `A dry run: nothing is sent to NetBox. ${counted(devices, 'devices')}, ${counted(cables, 'cables')}.`,
    ...(cables.length === 0 ? [] : ['', renderTable(cables, CABLE_COLUMNS, columns)]),
    ...(heldBack.length === 0 ? [] : ['', renderTable(heldBack, DEVICE_COLUMNS, columns)]),
    '',
    'With --output DIR: this as candidates.json, and the bodies for the API, one file for each endpoint.',
  ].join('\n');
}

function counted(all: readonly { readonly heldBack: string | null }[], what: string): string {
  const held = all.filter(({ heldBack }) => heldBack !== null).length;
  return `${all.length} ${what}${held === 0 ? '' : ` (${held} held back)`}`;
}

const CABLE_COLUMNS = [
  { title: 'device', value: ({ a }: CableCandidate) => a.device },
  { title: 'port', value: ({ a }: CableCandidate) => a.port },
  { title: 'other device', value: ({ b }: CableCandidate) => b.device },
  { title: 'other port', value: ({ b }: CableCandidate) => b.port },
  { title: 'confidence', value: ({ confidence }: CableCandidate) => confidence },
  { title: 'why', value: ({ why }: CableCandidate) => why, yields: 1 },
  { title: 'held back', value: ({ heldBack }: CableCandidate) => heldBack, yields: 2 },
];

const DEVICE_COLUMNS = [
  { title: 'device', value: ({ name }: DeviceCandidate) => name },
  { title: 'site', value: ({ site }: DeviceCandidate) => site },
  { title: 'held back', value: ({ heldBack }: DeviceCandidate) => heldBack },
];
