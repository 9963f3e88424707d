import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readInterfaceIds } from '../../../cli/export/netbox/interface-ids.ts';
import { interfaceType } from '../../../cli/export/netbox/interface-type.ts';
import { makeSlugs } from '../../../cli/export/netbox/make-slugs.ts';
import type { CableCandidate, DeviceCandidate } from '../../../cli/export/netbox/candidates.ts';
import type { Link } from '../../../shared/model/link.ts';
import type { NetworkView } from '../../../shared/model/network-view.ts';
import { exportView } from '../../helpers/export-view.ts';
import { hostileView } from '../../helpers/hostile-view.ts';
import { labView } from '../../helpers/lab-view.ts';

/** What NetBox 4 takes to create objects (netbox/dcim/api/serializers_, and the limits of its models): unknown keys are refused. */
const slug = z.string().regex(/^[-a-zA-Z0-9_]{1,100}$/);
const trimmed = (limit: number) =>
  z
    .string()
    .refine((text) => text === text.trim() && [...text].length <= limit && !/[\p{Cc}\p{Cs}]/u.test(text));
const name = (limit: number) => trimmed(limit).refine((text) => text !== '');
const ref = z.strictObject({ slug });
const termination = z
  .array(z.strictObject({ object_type: z.literal('dcim.interface'), object_id: z.int().positive() }))
  .length(1);
const BODIES = {
  '1-sites.json': z.strictObject({ name: name(100), slug, status: z.literal('active') }),
  '2-manufacturers.json': z.strictObject({ name: name(100), slug }),
  '3-device-types.json': z.strictObject({ manufacturer: ref, model: name(100), slug }),
  '4-device-roles.json': z.strictObject({ name: name(100), slug, color: z.string().regex(/^[0-9a-f]{6}$/) }),
  '5-platforms.json': z.strictObject({ name: name(100), slug }),
  '6-devices.json': z.strictObject({
    name: name(64),
    device_type: z.strictObject({ manufacturer: ref, slug }),
    role: ref,
    platform: ref.optional(),
    site: ref,
    serial: trimmed(50),
    status: z.enum(['active', 'planned']),
    description: trimmed(200),
  }),
  '7-interfaces.json': z.strictObject({
    device: z.strictObject({ name: name(64), site: ref }),
    name: name(64),
    type: z.enum(['other', 'lag', 'virtual']),
    description: trimmed(200),
  }),
  '8-cables.json': z.strictObject({
    a_terminations: termination,
    b_terminations: termination,
    status: z.enum(['connected', 'planned']),
    description: trimmed(200),
  }),
} as const;
type BodyName = keyof typeof BODIES;
type BodyOf<Name extends BodyName> = z.infer<(typeof BODIES)[Name]>;

interface Made {
  readonly devices: readonly DeviceCandidate[];
  readonly cables: readonly CableCandidate[];
  body: <Name extends BodyName>(file: Name) => BodyOf<Name>[];
  readonly csv: readonly Readonly<Record<string, string>>[];
}

async function make(view: NetworkView, interfaces?: string): Promise<Made> {
  const files = await exportView('netbox', view, interfaces === undefined ? {} : { interfaces });
  const candidates = JSON.parse(String(files.get('candidates.json'))) as Pick<Made, 'devices' | 'cables'>;
  return {
    ...candidates,
    body: (file) => z.array(BODIES[file]).parse(JSON.parse(String(files.get(file)))),
    csv: parse(String(files.get('8-cables.csv')), { columns: true }),
  };
}

const campus = await labView('campus', 40, { failed: (each) => each === 'srv-01' });
const made = await make(campus);
const hostile = await make(hostileView());

describe.each([
  ['a campus', campus, made],
  ['hostile names', hostileView(), hostile],
])('the NetBox export of %s', (_, view, { devices, cables, body, csv }) => {
  it('weighs every device and link', () => {
    expect(devices.map(({ id }) => id)).toEqual(view.devices.map(({ nodeId }) => nodeId));
    expect(cables.map(({ a, b }) => [a.deviceId, b.deviceId])).toEqual(
      view.links.map(({ a, b }) => [a.nodeId, b.nodeId]),
    );
    expect(cables.map(({ confidence }) => confidence)).toEqual(
      view.links.map(
        ({ status }) => ({ confirmed: 'high', 'one-sided': 'medium', conflicting: 'low' })[status],
      ),
    );
  });

  it('makes bodies that refer only to what is created before them, each once', () => {
    const keys = (each: readonly object[]): string[] => each.map((one) => JSON.stringify(one));
    const sites = body('1-sites.json').map((one) => one.slug);
    const makers = body('2-manufacturers.json').map((one) => one.slug);
    const types = keys(
      body('3-device-types.json').map((one) => ({ manufacturer: one.manufacturer, slug: one.slug })),
    );
    const platforms = body('5-platforms.json').map((one) => one.slug);
    const deviceBodies = body('6-devices.json');
    const named = keys(deviceBodies.map((one) => ({ name: one.name, site: one.site })));
    const interfaces = body('7-interfaces.json');
    for (const all of [sites, makers, types, platforms, named]) expect(new Set(all).size).toBe(all.length);
    expect(new Set(keys(interfaces.map(({ device, name: port }) => ({ device, port })))).size).toBe(
      interfaces.length,
    );
    expect(
      body('3-device-types.json').filter(({ manufacturer }) => !makers.includes(manufacturer.slug)),
    ).toEqual([]);
    expect(keys(deviceBodies.map((one) => one.device_type)).filter((type) => !types.includes(type))).toEqual(
      [],
    );
    expect(deviceBodies.filter(({ site }) => !sites.includes(site.slug))).toEqual([]);
    expect(deviceBodies.filter(({ platform }) => platform && !platforms.includes(platform.slug))).toEqual([]);
    expect(keys(interfaces.map(({ device }) => device)).filter((device) => !named.includes(device))).toEqual(
      [],
    );
    expect(deviceBodies).toHaveLength(devices.filter(({ heldBack }) => heldBack === null).length);
  });

  it('has each cable once, at ports that are created and take one', () => {
    const ready = cables.filter(({ heldBack }) => heldBack === null);
    const ends = ready.flatMap(({ a, b }) => [a, b]);
    const ports = new Set(
      body('7-interfaces.json').map((one) => JSON.stringify([one.device.name, one.name, one.type])),
    );
    expect(new Set(ends.map(({ deviceId, port }) => JSON.stringify([deviceId, port]))).size).toBe(
      ends.length,
    );
    expect(ends.filter(({ device, port }) => !ports.has(JSON.stringify([device, port, 'other'])))).toEqual(
      [],
    );
    expect(csv.length).toBeGreaterThan(0);
    expect(csv.length).toBeLessThanOrEqual(ready.length);
    const known = new Set(
      ready.map(({ a, b, status }) => JSON.stringify([a.device, a.port, b.device, b.port, status])),
    );
    const rows = csv.map((row) =>
      JSON.stringify([
        row['side_a_device'],
        row['side_a_name'],
        row['side_b_device'],
        row['side_b_name'],
        row['status'],
      ]),
    );
    expect(rows.filter((row) => !known.has(row))).toEqual([]);
  });
});

describe('the NetBox export', () => {
  it('connects what both ends say, and plans what one end says or nobody visited', () => {
    const one = made.cables.find(({ confidence }) => confidence === 'medium');
    expect(one).toMatchObject({
      status: 'planned',
      heldBack: null,
      why: expect.stringMatching(/^one end says so, over /) as unknown,
    });
    expect(made.cables.find(({ confidence }) => confidence === 'high')).toMatchObject({
      status: 'connected',
      heldBack: null,
      why: 'both ends say so, over cdp and lldp',
    });
    expect(made.devices.find(({ name: each }) => each === 'srv-01')).toMatchObject({
      status: 'planned',
      confidence: 'low',
      manufacturer: 'Unknown',
    });
    expect(made.devices.find(({ name: each }) => each === 'core-1')).toMatchObject({
      status: 'active',
      confidence: 'high',
      heldBack: null,
    });
  });

  it('takes the ids of ends from what NetBox answers, page by page too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'netwalker-netbox-'));
    const file = join(folder, 'interfaces.json');
    const results = made.body('7-interfaces.json').map((one, at) => ({
      id: at + 1,
      name: one.name,
      device: { id: 1, name: one.device.name },
    }));
    const page = (some: typeof results): object => ({ count: results.length, next: null, results: some });
    writeFileSync(file, JSON.stringify([page(results.slice(0, 50)), page(results.slice(50))]));
    const cables = (await make(campus, file)).body('8-cables.json');
    const idOf = (device: string, port: string | null): number | undefined =>
      results.find((one) => one.device.name === device && one.name === port)?.id;
    expect(made.body('8-cables.json')).toEqual([]);
    expect(cables.map((one) => [one.a_terminations[0]?.object_id, one.b_terminations[0]?.object_id])).toEqual(
      made.cables
        .filter(({ heldBack }) => heldBack === null)
        .map(({ a, b }) => [idOf(a.device, a.port), idOf(b.device, b.port)]),
    );
    writeFileSync(file, JSON.stringify(results.concat(results[0]!)));
    const [first] = results;
    expect(readInterfaceIds(file).find(first?.device.name ?? '', first?.name ?? '')).toBeNull();
    writeFileSync(file, '{"detail": "Invalid token"}');
    expect(() => readInterfaceIds(file)).toThrow(
      'is not what NetBox answers to GET /api/dcim/interfaces/?limit=0',
    );
    rmSync(folder, { recursive: true });
  });

  it('holds back what NetBox would refuse, and says why', async () => {
    const [plain] = campus.devices.filter(({ visited }) => visited);
    const device = (nodeId: string, text: string): NetworkView['devices'][number] => ({
      ...plain!,
      nodeId,
      name: text,
      site: null,
    });
    const link = (
      a: readonly [string, string | null],
      b: readonly [string, string | null],
      status: Link['status'],
    ): Link => ({
      a: { nodeId: a[0], device: a[0], port: a[1] },
      b: { nodeId: b[0], device: b[0], port: b[1] },
      status,
      protocols: ['lldp'],
    });
    const { devices, cables } = await make({
      ...campus,
      devices: [
        device('1', 'sw'),
        device('2', 'SW'),
        device('3', 'n'.repeat(65)),
        device('4', '\u0020'),
        device('5', 'r'),
      ],
      links: [
        link(['1', 'e1'], ['5', 'e1'], 'one-sided'),
        link(['1', 'e1'], ['5', 'e2'], 'confirmed'),
        link(['1', 'e3'], ['2', 'e1'], 'confirmed'),
        link(['1', 'e4'], ['5', null], 'one-sided'),
        link(['1', 'e5'], ['5', 'e5'], 'conflicting'),
        link(['1', 'Port-channel1'], ['5', 'e6'], 'confirmed'),
        link(['1', 'e7'], ['1', 'e7'], 'confirmed'),
        link(['1', 'p'.repeat(65)], ['5', 'e8'], 'confirmed'),
      ],
    });
    expect(devices.map(({ heldBack }) => heldBack)).toEqual([
      null,
      'another device of its site has this name',
      'its name is longer than the 64 characters that NetBox takes',
      'it has no name',
      null,
    ]);
    expect(cables.map(({ heldBack }) => heldBack)).toEqual([
      'another cable has one of its ports',
      null,
      'SW is held back: another device of its site has this name',
      'the port of r is not known',
      'the ends disagree on what is connected',
      'Port-channel1 of sw is a port that takes no cable',
      'both ends are one port',
      'the name of the port of sw is longer than the 64 characters that NetBox takes',
    ]);
  });

  it('gives each name one slug, whatever it is', () => {
    const slugs = makeSlugs([
      'Cisco',
      'cisco',
      'Zürich HQ',
      '<b>',
      '🙂',
      '--',
      'x'.repeat(300),
      `${'x'.repeat(300)}y`,
    ]);
    expect(slugs.get('Zürich HQ')).toBe('zurich-hq');
    expect(new Set(slugs.values()).size).toBe(slugs.size);
    for (const each of slugs.values()) expect(each).toMatch(/^[-a-z0-9_]{1,100}$/);
    expect([...makeSlugs(['cisco', 'Cisco'])].sort()).toEqual([...makeSlugs(['Cisco', 'cisco'])].sort());
  });

  it.each([
    ['Port-channel10', 'lag'],
    ['ae0', 'lag'],
    ['Vlan100', 'virtual'],
    ['Loopback0', 'virtual'],
    ['lo', 'virtual'],
    ['GigabitEthernet1/0/1', 'other'],
    ['ge-0/0/1', 'other'],
    ['Ethernet1/1', 'other'],
    ['mgmt0', 'other'],
    ['1', 'other'],
  ] as const)('knows what %s is', (port, type) => {
    expect(interfaceType(port)).toBe(type);
  });
});
