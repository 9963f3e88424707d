import type { Blueprint, LabDevice } from './blueprint.ts';
import { NetworkBuilder } from './builder.ts';
import { ACCESS, CORE_NEXUS, DISTRIBUTION, OLD_ACCESS, SERVER } from './catalog.ts';

const DOMAIN = 'campus.example';
const ACCESS_PER_PAIR = 16;
const PROTOCOLS = ['both', 'both', 'cdp', 'both', 'lldp', 'both', 'both'] as const;

/** Two cores, pairs of distribution switches, access switches (old ones, stacks, chains of two) and some servers. */
export function buildCampus(size: number, seed: number): Blueprint {
  const builder = new NetworkBuilder('campus', size, seed, 20);
  const counts = campusCounts(size);
  const cores = [1, 2].map((n) =>
    builder.device(`core-${n}`, CORE_NEXUS, { subnet: 0, secondAddress: true }),
  );
  joinTwice(builder, cores);
  const pairs = Array.from({ length: counts.pairs }, (_, p) => distributionPair(builder, cores, p));
  const above = pairs.length > 0 ? pairs : [cores];
  const access = Array.from({ length: counts.access }, (_, i) => accessSwitch(builder, above, i));
  for (let s = 0; s < counts.servers; s++) server(builder, above, access, s);
  return builder.finish();
}

export function campusCounts(size: number): { pairs: number; access: number; servers: number } {
  const servers = size >= 10 ? Math.floor(size / 10) : 0;
  const below = size - 2 - servers;
  const pairs = below >= 3 ? Math.max(1, Math.round(below / (ACCESS_PER_PAIR + 2))) : 0;
  return { pairs, access: below - 2 * pairs, servers };
}

function joinTwice(builder: NetworkBuilder, [a, b]: readonly LabDevice[]): void {
  if (a === undefined || b === undefined) return;
  builder.cable(a, b, { roles: ['down', 'down'] });
  builder.cable(a, b, { roles: ['down', 'down'] });
}

function distributionPair(builder: NetworkBuilder, cores: readonly LabDevice[], p: number): LabDevice[] {
  const pair = ['a', 'b'].map((side) =>
    builder.device(`dist-${p + 1}${side}`, DISTRIBUTION, { subnet: 10, secondAddress: true, domain: DOMAIN }),
  );
  pair.forEach((device, side) => {
    // The cores tell their second address to every other pair: one core, two addresses, told to different neighbors.
    cores.forEach((core, c) => {
      builder.cable(core, device, {
        tells: [p % 2, 0],
        protocols: (p + c + side) % 5 === 4 ? 'lldp' : 'both',
      });
    });
  });
  joinTwice(builder, pair);
  return pair;
}

function accessSwitch(
  builder: NetworkBuilder,
  pairs: readonly (readonly LabDevice[])[],
  i: number,
): LabDevice {
  const old = i % 7 === 3;
  const stack = !old && i % 4 === 1;
  const device = builder.device(`acc-${String(i + 1).padStart(3, '0')}`, old ? OLD_ACCESS : ACCESS, {
    subnet: 30,
    members: stack ? 2 + (i % 3) : 1,
    startsUnprivileged: i % 5 === 2,
    ...(i % 2 === 0 ? { domain: DOMAIN } : {}),
  });
  const protocols = PROTOCOLS[i % PROTOCOLS.length] ?? 'both';
  const upstairs = builder.devices[device.index - 1];
  if (i % 10 === 9 && upstairs !== undefined) {
    builder.cable(upstairs, device, { protocols });
    return device;
  }
  const [left, right] = pairs[i % pairs.length] ?? [];
  if (left === undefined || right === undefined) return device;
  // Every sixth has both members of a port channel on one distribution switch.
  builder.cable(left, device, { protocols, tells: [1, 0] });
  builder.cable(i % 6 === 5 ? left : right, device, { tells: [1, 0] });
  return device;
}

function server(
  builder: NetworkBuilder,
  pairs: readonly (readonly LabDevice[])[],
  access: readonly LabDevice[],
  s: number,
): void {
  const device = builder.device(`srv-${String(s + 1).padStart(2, '0')}`, SERVER, { subnet: 90 });
  const [left, right] = pairs[s % pairs.length] ?? [];
  const near = access[(s * 5) % Math.max(1, access.length)];
  if (s % 2 === 0 && near !== undefined) {
    builder.cable(near, device, s % 4 === 2 ? { protocols: 'lldp', alias: `uplink to ${near.name}` } : {});
    return;
  }
  if (left === undefined || right === undefined) return;
  builder.cable(left, device, { protocols: 'lldp' });
  builder.cable(s % 4 === 1 ? left : right, device, { protocols: s % 3 === 0 ? 'cdp' : 'both' });
}
