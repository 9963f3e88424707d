import { safeJson } from '../render/safe-text.ts';
import type { Exported, ExportedFile, WriteExport } from './exported.ts';
import { makeBodies, type Bodies, type Plan } from './netbox/bodies.ts';
import { cableCandidates } from './netbox/cable-candidates.ts';
import { cablesCsv, importable } from './netbox/cables-csv.ts';
import { deviceCandidates } from './netbox/device-candidates.ts';
import { NO_INTERFACES, readInterfaceIds, type InterfaceIds } from './netbox/interface-ids.ts';
import { reportText } from './netbox/report.ts';

/** In the order in which NetBox takes them: each refers to those before it. */
const FILES: readonly (readonly [string, keyof Bodies])[] = [
  ['1-sites.json', 'sites'],
  ['2-manufacturers.json', 'manufacturers'],
  ['3-device-types.json', 'deviceTypes'],
  ['4-device-roles.json', 'deviceRoles'],
  ['5-platforms.json', 'platforms'],
  ['6-devices.json', 'devices'],
  ['7-interfaces.json', 'interfaces'],
  ['8-cables.json', 'cables'],
];

/**
 * A dry run for NetBox 4: what would go into it and how sure each piece is, with the bodies that its API takes to create them in bulk. NetBox
 * is never contacted.
 * @throws UsageError where the file of interfaces is none.
 */
export const writeNetbox: WriteExport = (view, { interfaces }) => {
  const ids = interfaces === undefined ? NO_INTERFACES : readInterfaceIds(interfaces);
  const devices = deviceCandidates(view.devices);
  const plan: Plan = { devices, cables: cableCandidates(view.links, devices) };
  const bodies = makeBodies(view, plan, ids);
  const data = { network: view.network, runId: view.run.runId, ...plan };
  return {
    files: [
      json('candidates.json', data),
      ...FILES.map(([name, body]) => json(name, bodies[body])),
      { name: '8-cables.csv', content: cablesCsv(plan.cables) },
    ],
    report: { data, text: (columns) => reportText(plan, columns) },
    notes: notesOf(plan, { bodies, ids }),
  } satisfies Exported;
};

const json = (name: string, value: unknown): ExportedFile => ({ name, content: `${safeJson(value)}\n` });

function notesOf(
  { cables }: Plan,
  { bodies, ids }: { readonly bodies: Bodies; readonly ids: InterfaceIds },
): string[] {
  const ready = cables.filter(({ heldBack }) => heldBack === null).length;
  const byName = importable(cables).length;
  const missing = ready - bodies.cables.length;
  return [
    ...(byName < ready
      ? [
          `${ready - byName} of ${ready} cables are not in 8-cables.csv: NetBox's form cannot tell their devices or ports by name`,
        ]
      : []),
    ...(missing === 0
      ? []
      : [
          ids.count === 0
            ? `8-cables.json is empty: the API takes ends of cables by id. Create the interfaces, then hand in what NetBox answers to GET /api/dcim/interfaces/?limit=0 with --interfaces FILE, or import 8-cables.csv`
            : `${missing} of ${ready} cables are not in 8-cables.json: the interfaces handed in lack one of their ends, or have it twice`,
        ]),
  ];
}
