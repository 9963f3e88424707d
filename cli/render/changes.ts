import { CHANGE_KINDS, type ChangeKind, type Evidence, type MapChange } from '../../shared/model/run-map.ts';
import { changeText } from '../../shared/topology/change-text.ts';
import { safeText } from './safe-text.ts';
import { isoTime } from './times.ts';
import { wrapText } from './wrap-text.ts';

/** What a reader wants to know first: what is gone. */
const HEADINGS: Readonly<Record<ChangeKind, string>> = {
  removed: 'removed: who told of it was visited again and tells of it no more',
  added: 'added',
  changed: 'changed',
  unverified: 'unverified: it was there, and who could say whether it still is was not visited',
};

/** How many voices are printed under one change; --json has all. */
const VOICES = 8;

/** Changes by kind, each with who said what; with `brief` only the changes. */
export function renderChanges(
  changes: readonly MapChange[],
  { columns, brief }: { readonly columns: number; readonly brief: boolean },
): string {
  return CHANGE_KINDS.flatMap((kind) => {
    const group = changes.filter(({ change }) => change === kind);
    if (group.length === 0) return [];
    return [
      ['', wrapText(`${HEADINGS[kind]} (${group.length})`, columns)],
      group.flatMap((change) => [
        hanging(shortText(change), columns, 2),
        ...(brief ? [] : voices(change, columns)),
      ]),
    ].flat();
  }).join('\n');
}

/** The heading says the kind. */
const shortText = (change: MapChange): string =>
  changeText(change).replace(`${change.what} ${change.change}: `, `${change.what} `);

function voices(change: MapChange, columns: number): readonly string[] {
  const shown = change.evidence.slice(0, VOICES);
  const more = change.evidence.length - shown.length;
  return [
    ...shown.map((each) =>
      hanging(`${each.run === 'before' ? 'then' : 'now '}  ${evidenceText(each)}`, columns, 6),
    ),
    ...(more > 0 ? [`      and ${more} more: --json has them`] : []),
  ];
}

/** A line that goes on, where it is too long, under itself. */
function hanging(line: string, columns: number, indent: number): string {
  const blank = ' '.repeat(indent);
  const room = Math.max(20, columns - indent - 2);
  return wrapText(safeText(line), room)
    .split('\n')
    .map((part, at) => `${blank}${at === 0 ? '' : '  '}${part}`)
    .join('\n');
}

/** `dist-1 told of it on Te1/0/5 over cdp, lldp, 2026-11-24T01:49:20.292Z`. */
export function evidenceText({ device, says, at, port, protocols, target, why }: Evidence): string {
  const when = at === null ? '' : `, ${isoTime(at)}`;
  const as = target == null || target === device ? '' : ` as ${target}`;
  const cause = why == null ? '' : ` (${why})`;
  switch (says) {
    case 'told': {
      const where = port == null ? '' : ` on ${port}`;
      return `${device} told of it${where} over ${(protocols ?? []).join(', ')}${when}`;
    }
    case 'silent':
      return `${device} was visited${as} and does not tell of it${when}`;
    case 'read':
      return `${device} was visited${as} and says so itself${when}`;
    case 'failed':
      return `${device} could not be visited${as}${cause}${when}`;
    case 'not-visited':
      return `${device} was told of and not visited${cause}`;
    case 'unheard':
      return `nobody told of ${device}`;
  }
}

/** A change as --json prints it: times as ISO 8601, the run of each voice by its id. */
export function changeJson(
  change: MapChange,
  runs: { readonly before: string; readonly after: string },
): Readonly<Record<string, unknown>> {
  const { evidence, before, after, ...rest } = change;
  return {
    ...rest,
    before: withTime(before),
    after: withTime(after),
    evidence: evidence.map(({ run, at, ...said }) => ({
      run: runs[run],
      at: isoTime(at ?? undefined),
      ...said,
    })),
  };
}

function withTime(side: MapChange['before']): unknown {
  if (side === null || !('at' in side)) return side;
  return { ...side, at: isoTime(side.at ?? undefined) };
}
