import type { Blueprint } from './blueprint.ts';
import { NetworkBuilder } from './builder.ts';
import { ACCESS, LEAF_NEXUS, SERVER, type CatalogEntry } from './catalog.ts';
import {
  AOSCX,
  COMWARE_5,
  COMWARE_7,
  EOS_LEAF,
  JUNOS_EX,
  JUNOS_MX,
  JUNOS_QFX,
  PANOS_PAIR,
  PANOS_SINGLE,
  VRP_CE,
  VRP_S,
  XR_NCS,
} from './mixed-catalog.ts';

/** One after the other, again and again. Names begin with what stands first. */
const ROUND: readonly (readonly [string, ...CatalogEntry[]])[] = [
  ['nx', LEAF_NEXUS],
  ['jun', JUNOS_QFX, JUNOS_EX, JUNOS_MX],
  ['eos', EOS_LEAF],
  ['xr', XR_NCS],
  ['cx', AOSCX],
  ['cw', COMWARE_7, COMWARE_5],
  ['ios', ACCESS],
  ['vrp', VRP_S, VRP_CE],
  ['pa', PANOS_PAIR, PANOS_SINGLE],
  ['srv', SERVER],
];
/** Stacks, of two members each. */
const STACKS: ReadonlySet<CatalogEntry> = new Set([JUNOS_EX, COMWARE_7, VRP_S]);
const PROTOCOLS = ['both', 'both', 'cdp', 'lldp'] as const;
/** No divisor of the round: the cables that are double are not always those of the same kinds. */
const PARALLEL_EVERY = 7;

/**
 * Every kind of device, each cabled to the one and the two before it, and each kind once to every other. Whoever is heard
 * by nobody but a Junos is told no address; with two cables back nobody is.
 */
export function buildMixed(size: number, seed: number): Blueprint {
  const builder = new NetworkBuilder('mixed', size, seed, 26);
  for (let i = 0; i < size; i++) addDevice(builder, i);
  const { devices } = builder;
  for (let i = 1; i < size; i++) {
    for (let back = 1; back <= Math.floor(ROUND.length / 2); back++) {
      const [a, b] = [devices[i - back], devices[i]];
      if (a === undefined || b === undefined || (back > 2 && i >= back + ROUND.length)) continue;
      builder.cable(a, b, { protocols: PROTOCOLS[(i + back) % PROTOCOLS.length] ?? 'both', tells: [1, 0] });
      if (back === 1 && i % PARALLEL_EVERY === 4) builder.cable(a, b, { tells: [1, 0], alias: 'storage' });
    }
  }
  return builder.finish();
}

function addDevice(builder: NetworkBuilder, i: number): void {
  const [prefix, ...entries] = ROUND[i % ROUND.length] ?? ['srv'];
  const number = Math.floor(i / ROUND.length) + 1;
  const entry = entries[(number - 1) % entries.length] ?? SERVER;
  const hasEnable = entry.kind === 'cisco_ios' || entry.kind === 'arista_eos';
  builder.device(`${prefix}-${String(number).padStart(2, '0')}`, entry, {
    subnet: 0,
    members: STACKS.has(entry) ? 2 : 1,
    secondAddress: i % 4 === 1,
    startsUnprivileged: hasEnable && number % 2 === 0,
    ...(hasEnable ? { domain: 'mixed.example' } : {}),
  });
}
