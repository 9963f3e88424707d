import { seededRandom } from './random.ts';

/**
 * What a device speaks on its data ports. A device that speaks LLDP only cannot see one that speaks CDP only, so the
 * neighbors of those answer CDP when they hear it.
 */
export type Speech = 'lldp' | 'lldp-answers-cdp' | 'lldp-and-cdp' | 'cdp';

export interface PlannedDevice {
  readonly name: string;
  /** Counts from 1; MAC and management address follow from it. */
  readonly number: number;
  readonly address: string;
  readonly speech: Speech;
  /** Number of data ports: eth1..ethN. */
  readonly ports: number;
}

export interface PortRef {
  readonly device: string;
  readonly port: string;
}

export interface Cable {
  readonly a: PortRef;
  readonly b: PortRef;
}

export interface NetworkPlan {
  readonly devices: readonly PlannedDevice[];
  readonly cables: readonly Cable[];
}

/**
 * A random connected network: a tree, then cables that close rings (one for three devices) and second cables beside existing
 * ones (one for five). The same seed gives the same network.
 */
export function planNetwork({ devices: size, seed }: { devices: number; seed: number }): NetworkPlan {
  const random = seededRandom(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const pairs = tree(size, pick);
  for (let ring = 0; ring < Math.ceil(size / 3) && size > 2; ring += 1) {
    const from = pick(size);
    pairs.push([from, (from + 1 + pick(size - 1)) % size]);
  }
  for (let second = 0; second < Math.ceil(size / 5); second += 1) pairs.push([...pairs[pick(pairs.length)]!]);
  const speeches = chooseSpeech(size, pairs, pick);
  const names = speeches.map(
    (_, index) => `${ROLES[index % ROLES.length]}-${String(index + 1).padStart(2, '0')}`,
  );

  const ports = names.map(() => 0);
  const plug = (index: number): PortRef => ({ device: names[index]!, port: `eth${(ports[index]! += 1)}` });
  const cables = shuffle(pairs, pick).map(([a, b]) => ({ a: plug(a), b: plug(b) }));
  return {
    cables,
    devices: names.map((name, index) => ({
      name,
      number: index + 1,
      address: `10.99.${1 + Math.floor(index / 8)}.${10 + (index % 8)}`,
      speech: speeches[index]!,
      ports: ports[index]!,
    })),
  };
}

const ROLES = ['core', 'dist', 'acc', 'edge', 'hv'];

type Pair = [number, number];
type Pick = (below: number) => number;

function tree(size: number, pick: Pick): Pair[] {
  return Array.from({ length: size - 1 }, (_, index): Pair => [pick(index + 1), index + 1]);
}

function shuffle<T>(items: readonly T[], pick: Pick): T[] {
  const rest = [...items];
  return items.map(() => rest.splice(pick(rest.length), 1)[0]!);
}

/** At least one device that speaks CDP only, and one cable whose both ends speak CDP and LLDP. */
function chooseSpeech(size: number, pairs: readonly Pair[], pick: Pick): Speech[] {
  const speeches = Array.from({ length: size }, (): Speech => 'lldp');
  for (const end of pairs[pick(pairs.length)]!) speeches[end] = 'lldp-and-cdp';
  const others = shuffle(
    [...speeches.keys()].filter((index) => speeches[index] === 'lldp'),
    pick,
  );
  const few = Math.ceil(size / 6);
  for (const index of others.slice(0, few)) speeches[index] = 'cdp';
  for (const index of others.slice(few, 2 * few - 1)) speeches[index] = 'lldp-and-cdp';
  for (const [a, b] of pairs) {
    if (speeches[a] === 'cdp' && speeches[b] === 'lldp') speeches[b] = 'lldp-answers-cdp';
    if (speeches[b] === 'cdp' && speeches[a] === 'lldp') speeches[a] = 'lldp-answers-cdp';
  }
  return speeches;
}
