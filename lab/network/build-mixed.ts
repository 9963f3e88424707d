import type { Blueprint } from './blueprint.ts';
import { NetworkBuilder } from './builder.ts';
import { ACCESS, LEAF_NEXUS, SERVER, type CatalogEntry } from './catalog.ts';
import { AOSCX, EOS_LEAF, JUNOS_EX, JUNOS_MX, JUNOS_QFX, XR_NCS } from './mixed-catalog.ts';

/** One after the other, again and again. Names begin with what stands first. */
const ROUND: readonly (readonly [string, ...CatalogEntry[]])[] = [
  ['nx', LEAF_NEXUS],
  ['jun', JUNOS_QFX, JUNOS_EX, JUNOS_MX],
  ['eos', EOS_LEAF],
  ['xr', XR_NCS],
  ['cx', AOSCX],
  ['ios', ACCESS],
  ['srv', SERVER],
];
const PROTOCOLS = ['both', 'both', 'cdp', 'lldp'] as const;
const PARALLEL_EVERY = 5;

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
      if (back === 1 && i % PARALLEL_EVERY === 3) builder.cable(a, b, { tells: [1, 0], alias: 'storage' });
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
    members: entry === JUNOS_EX ? 2 : 1,
    secondAddress: i % 4 === 1,
    startsUnprivileged: hasEnable && number % 2 === 0,
    ...(hasEnable ? { domain: 'mixed.example' } : {}),
  });
}
