import type { LinkStatus } from '../../shared/model/link.ts';
import { safeText } from './safe-text.ts';

/** What `path --json` prints. */
export interface PathAnswer {
  readonly from: string;
  readonly to: string;
  /** Links on each path; null where there is none. */
  readonly hops: number | null;
  /** How many shortest paths there are, as text: it may be larger than a number holds. */
  readonly total: string;
  /** The same with parallel links counted apart. */
  readonly totalOverLinks: string;
  /** The first of them. */
  readonly paths: readonly (readonly {
    readonly from: string;
    readonly to: string;
    readonly links: readonly {
      readonly fromPort: string | null;
      readonly toPort: string | null;
      readonly status: LinkStatus;
      readonly protocols: readonly string[];
      readonly lastSeenAt: string | null;
      /** Nobody told of it in the run that is looked at. */
      readonly isStale: boolean;
    }[];
  }[])[];
  /** Why there is no path. */
  readonly none: {
    /** How long a path would be that takes conflicting links. */
    readonly overConflicting: number | null;
    /** Devices that `from` reaches, itself among them, of so many. */
    readonly reached: number;
    readonly devices: number;
    readonly toIsVisited: boolean;
    /** Devices among them that could not say what is behind them; the class of the failure where the run tried. */
    readonly notVisited: readonly { readonly name: string; readonly failure: string | null }[];
  } | null;
}

/** How many devices are named at which a way may go on unseen. */
const NAMED = 8;

export function renderPaths(answer: PathAnswer): string {
  const { from, to, hops, paths, total, totalOverLinks, none } = answer;
  if (none) return lines([`no path from ${from} to ${to}`, ...reasons(answer, none)]);
  if (hops === 0) return lines([`${from} and ${to} are one device`]);
  const apart = totalOverLinks === total ? '' : `, ${totalOverLinks} with parallel links apart`;
  const more = BigInt(total) - BigInt(paths.length);
  return lines([
    `${counted(total, 'shortest path')} of ${counted(String(hops), 'link')}${apart}`,
    ...paths.flatMap((path, at) => ['', ...(paths.length > 1 ? [`path ${at + 1}`] : []), ...pathLines(path)]),
    ...(more > 0n ? ['', `${more} more: --limit N prints so many`] : []),
  ]);
}

const counted = (number: string, noun: string): string => `${number} ${noun}${number === '1' ? '' : 's'}`;
const lines = (texts: readonly string[]): string => texts.map((text) => safeText(text)).join('\n');

/** A line for each link: the ports of parallel ones stand under each other. */
function pathLines(path: PathAnswer['paths'][number]): readonly string[] {
  return path.flatMap(({ from, to, links }, hop) =>
    links.map(({ fromPort, toPort, status, lastSeenAt, isStale }, at) => {
      const number = at === 0 ? String(hop + 1).padStart(4) : '  or';
      const doubts = [
        ...(status === 'confirmed' ? [] : [status]),
        ...(isStale ? [`last seen ${lastSeenAt ?? 'never'}`] : []),
      ];
      const doubt = doubts.length === 0 ? '' : `  (${doubts.join(', ')})`;
      return `${number}  ${from} ${fromPort ?? '?'} -> ${to} ${toPort ?? '?'}${doubt}`;
    }),
  );
}

function reasons(answer: PathAnswer, none: NonNullable<PathAnswer['none']>): readonly string[] {
  const { from, to } = answer;
  const { notVisited, overConflicting } = none;
  const others = none.reached - 1;
  const named = notVisited
    .slice(0, NAMED)
    .map(({ name, failure }) => `${name} (${failure ?? 'not visited'})`);
  const more = notVisited.length - named.length;
  return [
    `  ${from} reaches ${others} of the ${none.devices - 1} other devices, and ${to} is not among them`,
    ...(overConflicting === null
      ? []
      : [
          `  there is one of ${counted(String(overConflicting), 'link')} over conflicting links: --conflicting`,
        ]),
    ...(named.length > 0
      ? [
          `  it may go on behind what could not say: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
        ]
      : ['  every device that it reaches was visited, and none tells of another']),
    ...(none.toIsVisited ? [] : [`  ${to} was not visited itself: netwalker explain says why`]),
  ];
}
