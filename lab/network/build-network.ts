import type { Topology } from '../lab-name.ts';
import type { Blueprint } from './blueprint.ts';
import { buildCampus } from './build-campus.ts';
import { buildChain } from './build-chain.ts';
import { buildDatacenter } from './build-datacenter.ts';
import { buildMixed } from './build-mixed.ts';

/** The same topology, size and seed give the same network, byte for byte. */
export function buildNetwork(topology: Topology, size: number, seed: number): Blueprint {
  switch (topology) {
    case 'line':
    case 'ring':
      return buildChain(topology, size, seed);
    case 'campus':
      return buildCampus(size, seed);
    case 'datacenter':
      return buildDatacenter(size, seed);
    case 'mixed':
      return buildMixed(size, seed);
  }
}
