import type { Blueprint } from './blueprint.ts';
import { NetworkBuilder } from './builder.ts';
import { ACCESS, DISTRIBUTION, LEAF_NEXUS, OLD_ACCESS, SERVER } from './catalog.ts';

const KINDS = [DISTRIBUTION, LEAF_NEXUS, ACCESS, SERVER, OLD_ACCESS, LEAF_NEXUS, SERVER];
const PROTOCOLS = ['both', 'both', 'cdp', 'lldp'] as const;
const SECOND_ADDRESS_EVERY = 4;
const PARALLEL_EVERY = 5;

/** Devices of every kind in a row; a ring joins the last to the first. Each fourth tells a second address on one side. */
export function buildChain(topology: 'line' | 'ring', size: number, seed: number): Blueprint {
  const builder = new NetworkBuilder(topology, size, seed, topology === 'line' ? 17 : 18);
  const turn = builder.pick(KINDS.length);
  for (let i = 0; i < size; i++) {
    const entry = KINDS[(i + turn) % KINDS.length] ?? DISTRIBUTION;
    builder.device(`${topology}-${String(i + 1).padStart(3, '0')}`, entry, {
      subnet: 0,
      secondAddress: i % SECOND_ADDRESS_EVERY === 1,
      startsUnprivileged: i % 3 === 2,
      ...(entry.kind === 'cisco_ios' ? { domain: `${topology}.example` } : {}),
    });
  }
  const { devices } = builder;
  for (let i = 0; i < (topology === 'ring' ? size : size - 1); i++) {
    const [a, b] = [devices[i], devices[(i + 1) % size]];
    if (a === undefined || b === undefined) continue;
    builder.cable(a, b, { protocols: PROTOCOLS[i % PROTOCOLS.length] ?? 'both', tells: [1, 0] });
    if (i % PARALLEL_EVERY === 3) builder.cable(a, b, { tells: [1, 0] });
  }
  return builder.finish();
}
