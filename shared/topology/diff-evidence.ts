import type { DeviceChange, Evidence, LinkChange, MappedDevice, MappedLink } from '../model/run-map.ts';
import { tellersOf, type MapPair } from './map-pair.ts';

type Run = Evidence['run'];

/** Who said what of a device in each run: those that told of it then, and what they said, or could not say, in the other run. */
export function deviceEvidence(
  maps: MapPair,
  { before, after, fields }: Pick<DeviceChange, 'before' | 'after' | 'fields'>,
): readonly Evidence[] {
  if (before && after) {
    const facts = [itself('before', before), itself('after', after)];
    return after.status === 'visited' || !fields.includes('status')
      ? facts
      : [...facts, ...toldOf(maps, 'after', after.id)];
  }
  const [run, device] = before ? (['before', before] as const) : (['after', after!] as const);
  const told = toldOf(maps, run, device.id);
  const said = device.status === 'visited' ? [itself(run, device)] : [];
  const tellers = tellersOf(device.id, maps.linksOf(run, device.id));
  const other = tellers.map((id) => answer(maps, run, id));
  const absent: Evidence = { run: otherRun(run), device: device.name, says: 'unheard', at: null };
  const both = [...said, ...told];
  return run === 'before' ? [...both, ...other, absent] : [absent, ...other, ...both];
}

/** Who told of a link in each run; where one run does not have it, or could not ask an end, what that end says there. */
export function linkEvidence(
  maps: MapPair,
  { before, after, change }: Pick<LinkChange, 'before' | 'after' | 'change'>,
): readonly Evidence[] {
  const told = [
    ...(before ? tellings(maps, 'before', before) : []),
    ...(after ? tellings(maps, 'after', after) : []),
  ];
  if (before && after) {
    const silent = change === 'unverified' ? endsOf(maps, 'before', before) : [];
    return [...told, ...silent.filter(({ says }) => says !== 'silent')];
  }
  return before ? [...told, ...endsOf(maps, 'before', before)] : [...endsOf(maps, 'after', after!), ...told];
}

function toldOf(maps: MapPair, run: Run, id: string): readonly Evidence[] {
  return maps
    .linksOf(run, id)
    .flatMap((link) => tellings(maps, run, link).filter((_, at) => link[link.told[at]!.end].id !== id));
}

function tellings(maps: MapPair, run: Run, link: MappedLink): readonly Evidence[] {
  return link.told.map(({ end, protocols }): Evidence => {
    const { id, device, port } = link[end];
    return { run, device, says: 'told', at: deviceIn(maps, run, id)?.at ?? null, port, protocols };
  });
}

/** What the ends of a link of one run say in the other. */
function endsOf(maps: MapPair, run: Run, { a, b }: MappedLink): readonly Evidence[] {
  return [...new Set([a.id, b.id])].map((id) => answer(maps, run, id));
}

/** What a device of one run says in the other, where it tells of the thing no more or not yet. */
function answer(maps: MapPair, run: Run, id: string): Evidence {
  const there = run === 'before' ? maps.afterOf(id) : maps.beforeOf(id);
  const device = deviceIn(maps, run, id)?.name ?? id;
  if (!there) return { run: otherRun(run), device, says: 'unheard', at: null };
  const { status, at, target, why } = there;
  if (status === 'visited') return { run: otherRun(run), device, says: 'silent', at, target };
  return {
    run: otherRun(run),
    device,
    says: status === 'failed' ? 'failed' : 'not-visited',
    at,
    target,
    why,
  };
}

function itself(run: Run, { name, status, at, target, why }: MappedDevice): Evidence {
  if (status === 'visited') return { run, device: name, says: 'read', at, target };
  return { run, device: name, says: status === 'failed' ? 'failed' : 'not-visited', at, target, why };
}

const otherRun = (run: Run): Run => (run === 'before' ? 'after' : 'before');
const deviceIn = (maps: MapPair, run: Run, id: string): MappedDevice | null =>
  run === 'before' ? maps.old(id) : maps.new(id);
