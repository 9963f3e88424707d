import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, LAYOUTS } from '../../../cli/map/layout/lay-out.ts';
import type { Positions } from '../../../cli/map/layout/point.ts';
import type { NetworkGraph } from '../../../shared/topology/adjacency.ts';
import { deriveTopology } from '../../../shared/topology/derive-topology.ts';
import { network, observe } from '../../property/topology-networks.ts';
import { labView } from '../../helpers/lab-view.ts';

const graph: fc.Arbitrary<NetworkGraph> = network.map((net) => viewed(deriveTopology(observe(net))));
const viewed = (topology: ReturnType<typeof deriveTopology>): NetworkGraph => ({
  links: topology.links,
  devices: topology.devices.map((node) => ({
    ...node,
    site: null,
    status: 'told',
    failure: null,
    stored: null,
  })),
});
const layout = fc.constantFrom(...LAYOUTS);
const spots = (positions: Positions): Set<string> =>
  new Set([...positions.values()].map(({ x, y }) => `${x} ${y}`));
const rowsOf = (positions: Positions, prefix: string): number[] =>
  [...positions].filter(([nodeId]) => nodeId.startsWith(prefix)).map(([, { y }]) => y);

describe('laying out any network', () => {
  it('gives every device a spot of its own', () => {
    fc.assert(
      fc.property(graph, layout, (view, how) => {
        const positions = layOut(view, new Map(), how);
        expect([...positions.keys()].sort()).toEqual(view.devices.map(({ nodeId }) => nodeId).sort());
        expect(spots(positions).size).toBe(view.devices.length);
      }),
    );
  });

  it('gives the same places in whatever order devices and links are listed', () => {
    fc.assert(
      fc.property(graph, layout, (view, how) => {
        const turned = { devices: view.devices.toReversed(), links: view.links.toReversed() };
        expect(new Map(layOut(turned, new Map(), how))).toEqual(new Map(layOut(view, new Map(), how)));
      }),
    );
  });

  it('keeps every saved place when devices are added, and takes none twice', () => {
    fc.assert(
      fc.property(graph, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), (view, isKnown) => {
        const known = view.devices.filter((_, index) => isKnown[index % isKnown.length]);
        const before = layOut({ devices: known, links: view.links });
        const after = layOut(view, before);
        for (const [nodeId, point] of before) expect(after.get(nodeId)).toEqual(point);
        expect(spots(after).size).toBe(view.devices.length);
      }),
    );
  });
});

describe('laying out a campus', () => {
  it('stands the cores over the distribution switches, and these over the access switches', async () => {
    const positions = layOut(await labView('campus', 40));
    const [core, distribution, access] = ['core-', 'dist-', 'acc-'].map((name) => rowsOf(positions, name));
    expect(Math.max(...core!)).toBeLessThan(Math.min(...distribution!));
    expect(Math.max(...distribution!)).toBeLessThan(Math.min(...access!));
    expect(new Set(core).size).toBe(1);
    expect(new Set(distribution).size).toBe(1);
  });

  it('stands cores on top where a single pair of distribution switches is as central', async () => {
    const positions = layOut(await labView('campus', 10));
    expect(Math.max(...rowsOf(positions, 'core-'))).toBeLessThan(Math.min(...rowsOf(positions, 'dist-')));
  });

  it('places a new access switch among its siblings', async () => {
    const view = await labView('campus', 40);
    const isNew = (nodeId: string): boolean => nodeId === 'acc-007';
    const before = layOut({ ...view, devices: view.devices.filter(({ nodeId }) => !isNew(nodeId)) });
    const place = layOut(view, before).get('acc-007')!;
    const beside = [...before].filter(([, { x, y }]) => Math.hypot(x - place.x, y - place.y) < 200);
    expect(beside.filter(([nodeId]) => nodeId.startsWith('acc-')).length).toBeGreaterThan(1);
  });
});

describe('laying out a leaf-spine', () => {
  it('stands the spines in one row over all leaves', async () => {
    const positions = layOut(await labView('datacenter', 60));
    expect(new Set(rowsOf(positions, 'spine-')).size).toBe(1);
    expect(Math.max(...rowsOf(positions, 'spine-'))).toBeLessThan(Math.min(...rowsOf(positions, 'leaf-')));
  });
});

describe('laying out a ring', () => {
  it('lets forces decide: it has no tiers', async () => {
    const view = await labView('ring', 30);
    expect(new Map(layOut(view))).toEqual(new Map(layOut(view, new Map(), 'force')));
  });
});
