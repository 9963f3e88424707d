import type { Blueprint, LabDevice } from './blueprint.ts';
import { NetworkBuilder } from './builder.ts';
import { CORE_NEXUS, LEAF_NEXUS, SERVER } from './catalog.ts';

/** Spines, leaves in pairs, and servers with two cables. Every leaf reaches every spine. */
export function buildDatacenter(size: number, seed: number): Blueprint {
  const builder = new NetworkBuilder('datacenter', size, seed, 24);
  const counts = datacenterCounts(size);
  const spines = Array.from({ length: counts.spines }, (_, n) =>
    builder.device(`spine-${n + 1}`, CORE_NEXUS, { subnet: 0, secondAddress: n === 0 }),
  );
  const leaves = Array.from({ length: counts.leaves }, (_, n) => leaf(builder, spines, n));
  for (let n = 0; n + 1 < leaves.length; n += 2) peerLink(builder, leaves[n], leaves[n + 1]);
  for (let n = 0; n < counts.servers; n++) server(builder, leaves, n);
  return builder.finish();
}

export function datacenterCounts(size: number): { spines: number; leaves: number; servers: number } {
  const spines = size < 4 ? 1 : size < 16 ? 2 : 4;
  const servers = size < 8 ? 0 : Math.floor(size * 0.4);
  return { spines, leaves: size - spines - servers, servers };
}

function leaf(builder: NetworkBuilder, spines: readonly LabDevice[], n: number): LabDevice {
  const device = builder.device(`leaf-${String(n + 1).padStart(3, '0')}`, LEAF_NEXUS, { subnet: 10 });
  spines.forEach((spine, s) => {
    const protocols = (n + s) % 5 === 3 ? 'cdp' : (n + s) % 7 === 5 ? 'lldp' : 'both';
    builder.cable(spine, device, { protocols, tells: [n % 2, 0] });
    if (s === 0 && n % 3 === 1) builder.cable(spine, device, { tells: [n % 2, 0] });
  });
  return device;
}

function peerLink(builder: NetworkBuilder, a: LabDevice | undefined, b: LabDevice | undefined): void {
  if (a === undefined || b === undefined) return;
  builder.cable(a, b, { roles: ['down', 'down'] });
  builder.cable(a, b, { roles: ['down', 'down'] });
}

function server(builder: NetworkBuilder, leaves: readonly LabDevice[], n: number): void {
  const device = builder.device(`node-${String(n + 1).padStart(3, '0')}`, SERVER, { subnet: 100 });
  const first = leaves[(2 * n) % leaves.length];
  const second = leaves[(2 * n + 1) % leaves.length];
  if (first === undefined || second === undefined) return;
  builder.cable(first, device, { protocols: 'lldp' });
  // Every fourth has both cables in one leaf; every third port shows its alias in place of its name.
  builder.cable(n % 4 === 3 ? first : second, device, {
    protocols: n % 3 === 1 ? 'lldp' : 'both',
    ...(n % 3 === 1 ? { alias: 'storage' } : {}),
  });
}
