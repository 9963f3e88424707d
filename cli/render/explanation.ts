import type { FailureClass } from '../../shared/model/outcome.ts';
import { ADVICE } from './advice.ts';
import { safeText } from './safe-text.ts';
import { shortDuration } from './times.ts';
import { wrapText } from './wrap-text.ts';

/** What `explain --json` prints for each target. Times are ISO 8601. */
export interface Explanation {
  readonly target: string;
  readonly runId: string;
  /** The run that this one took the target over from as it was; its session is of there. */
  readonly carriedFrom: string | null;
  readonly device: string | null;
  /** Who told of it first, which made it a target. */
  readonly toldBy: {
    readonly device: string;
    readonly protocol: string;
    readonly localPort: string | null;
  } | null;
  /** Everybody who tells of it, by what the devices said last. */
  readonly tellers: readonly {
    readonly device: string;
    readonly localPort: string | null;
    readonly protocols: readonly string[];
    readonly seenAt: string | null;
    readonly inThisRun: boolean;
  }[];
  readonly isSeed: boolean;
  /** Hops from the seeds; null where the run has no such target. */
  readonly depth: number | null;
  /** `in scope`, or why not; null for a target without an address. */
  readonly scope: string | null;
  /** The CIDR of the scope that holds it, or the one that excludes it. */
  readonly scopeRule: string | null;
  /** Tried one by one where this one cannot be reached. */
  readonly otherAddresses: readonly string[];
  /** What its neighbor's words say of its platform. */
  readonly platformHint: string | null;
  /** `unheard`: the run has no such target. */
  readonly status: string;
  readonly enqueuedAt: string | null;
  /** The request id of the probe that has it, or had it last. */
  readonly claimedBy: string | null;
  readonly claimedAt: string | null;
  readonly leaseUntil: string | null;
  /** How often it was put off, why the last time, and until when. */
  readonly deferrals: number;
  readonly deferredFor: string | null;
  readonly notBefore: string | null;
  readonly outcome: 'visited' | 'alias' | 'skipped' | 'failed' | null;
  /** The failure class or skip reason. */
  readonly class: string | null;
  readonly phase: string | null;
  readonly reason: string | null;
  readonly warnings: readonly string[];
  readonly attempts: number;
  readonly finishedAt: string | null;
  readonly durationMs: number | null;
  readonly sessions: readonly {
    readonly sessionId: string;
    readonly state: string;
    readonly username: string;
    readonly requestId: string;
    readonly openingAt: string | null;
    readonly openedAt: string | null;
    readonly closedAt: string | null;
    readonly durationMs: number | null;
    readonly closedBy: string | null;
    readonly proof: string | null;
    readonly closeMs: number | null;
    /** The class of the failure that it ended with. */
    readonly failure: string | null;
    readonly evidence: string | null;
    /** Why a leaked session was not reclaimed, or on which line it was. */
    readonly reclaim: string | null;
  }[];
}

type Line = readonly [label: string, text: string];

/** How many others are named that tell of a target; --json has all. */
const TELLERS = 4;
const LABEL = 11;

export function renderExplanations(explanations: readonly Explanation[], columns: number): string {
  return explanations.map((each) => render(each, columns)).join('\n\n');
}

function render(explanation: Explanation, columns: number): string {
  const { target, device, runId, status } = explanation;
  const name = device === null || device === target ? '' : ` (${device})`;
  const lines = status === 'unheard' ? unheardLines(explanation) : targetLines(explanation);
  return [
    wrapText(safeText(`${target}${name} in run ${runId}`), columns),
    ...lines.map(([label, text]) => labelled(label, text, columns)),
  ].join('\n');
}

/** A label, and its text in a column of its own. */
function labelled(label: string, text: string, columns: number): string {
  return wrapText(safeText(text), Math.max(20, columns - LABEL))
    .split('\n')
    .map((part, at) => `${`  ${at === 0 ? label : ''}`.padEnd(LABEL)}${part}`)
    .join('\n');
}

const unheardLines = (explanation: Explanation): readonly Line[] => [
  ['outcome', explanation.reason ?? ''],
  ...tellerLines(explanation),
];

function targetLines(explanation: Explanation): readonly Line[] {
  const { toldBy, outcome, depth, platformHint, otherAddresses, carriedFrom } = explanation;
  const where = toldBy?.localPort ? ` behind its port ${toldBy.localPort}` : '';
  const hops = depth === 0 ? 'none' : depth === 1 ? '1 hop' : `${depth} hops`;
  const hint = platformHint === null ? '' : `; told of as a ${platformHint}`;
  return [
    [
      'why',
      explanation.isSeed
        ? 'it is a seed'
        : `${toldBy?.device ?? 'somebody'} told of it first, over ${toldBy?.protocol ?? '?'}${where}`,
    ],
    ...tellerLines(explanation),
    ['depth', `${hops} from the seeds${hint}`],
    ...scopeLines(explanation),
    ...(otherAddresses.length > 0
      ? [
          [
            'also',
            `${otherAddresses.join(', ')}: tried where ${explanation.target} cannot be reached`,
          ] as const,
        ]
      : []),
    ...claimLines(explanation),
    ['outcome', outcomeText(explanation)],
    ...(carriedFrom === null ? [] : [['carried', `over from run ${carriedFrom}`] as const]),
    ...(outcome === 'failed' && explanation.class !== null
      ? [['do', ADVICE[explanation.class as FailureClass]] as const]
      : []),
    ...explanation.warnings.map((warning) => ['warning', warning] as const),
    ...explanation.sessions.map((session) => ['session', sessionText(session)] as const),
  ];
}

function tellerLines({ tellers, toldBy }: Explanation): readonly Line[] {
  const others = tellers.filter(({ device, inThisRun }) => inThisRun && device !== toldBy?.device);
  const earlier = tellers.filter(({ inThisRun }) => !inThisRun);
  const named = (all: Explanation['tellers']): string => {
    const more = all.length - TELLERS;
    const shown = all
      .slice(0, TELLERS)
      .map(
        ({ device, localPort, protocols }) =>
          `${device}${localPort === null ? '' : ` ${localPort}`} (${protocols.join(', ')})`,
      );
    return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
  };
  return [
    ...(others.length > 0 ? [['told by', `${toldBy ? 'also ' : ''}${named(others)}`] as const] : []),
    ...(earlier.length > 0
      ? [
          [
            'told by',
            `${named(earlier)}, when another run read ${earlier.length === 1 ? 'it' : 'them'}`,
          ] as const,
        ]
      : []),
  ];
}

function scopeLines({ scope, scopeRule }: Explanation): readonly Line[] {
  if (scope === null) return [['scope', 'it has no address that could be in scope']];
  return [['scope', scope === 'in scope' && scopeRule !== null ? `in scope, by ${scopeRule}` : scope]];
}

function claimLines(explanation: Explanation): readonly Line[] {
  const { attempts, claimedBy, claimedAt, leaseUntil, deferrals, deferredFor, notBefore } = explanation;
  const lines: Line[] = [];
  if (explanation.enqueuedAt !== null) lines.push(['queued', explanation.enqueuedAt]);
  if (attempts > 0 || claimedBy !== null) {
    const since = claimedAt === null ? '' : `, ${claimedAt}`;
    const until = leaseUntil === null ? '' : `, until ${leaseUntil} at most`;
    const times = attempts === 1 ? 'once' : `${attempts} times`;
    lines.push([
      'claimed',
      `${times}, ${explanation.status === 'active' ? 'now' : 'last'} by request ${claimedBy ?? '?'}${since}${until}`,
    ]);
  }
  if (deferrals > 0) {
    const until = notBefore === null ? '' : `; not before ${notBefore}`;
    lines.push([
      'put off',
      `${deferrals === 1 ? 'once' : `${deferrals} times`}: ${deferredFor ?? 'no reason'}${until}`,
    ]);
  }
  return lines;
}

function outcomeText({
  outcome,
  status,
  phase,
  reason,
  durationMs,
  finishedAt,
  class: name,
}: Explanation): string {
  const when = finishedAt === null ? '' : `, ${finishedAt}`;
  const took = durationMs === null ? when : ` in ${shortDuration(durationMs)}${when}`;
  if (outcome === null) return status === 'active' ? 'a probe is visiting it' : 'it waits for its probe';
  if (outcome === 'visited') return `visited${took}`;
  if (outcome === 'alias') return `another address of a device that was ${reason}${took}`;
  const at = phase === null ? '' : ` at ${phase}`;
  return `${outcome}${at}${outcome === 'skipped' ? '' : took}, ${name}: ${reason}`;
}

function sessionText(session: Explanation['sessions'][number]): string {
  const { state, closedBy, proof, durationMs, closeMs, evidence, openedAt, failure } = session;
  const took = closeMs === null ? '' : ` in ${shortDuration(closeMs)}`;
  const parts = [
    `${session.sessionId} as ${session.username}`,
    state === 'never-opened' ? 'never opened: TCP did not come up, there was nothing to close' : state,
    ...(openedAt === null ? [] : [`opened ${openedAt}`]),
    ...(durationMs === null ? [] : [`lasted ${shortDuration(durationMs)}`]),
    ...(failure === null || state === 'never-opened' ? [] : [`failed with ${failure}`]),
    ...(closedBy === null ? [] : [`closed by step "${closedBy}"${took}, proof ${proof}`]),
    ...(evidence === null ? [] : [evidence]),
    ...(session.reclaim === null ? [] : [session.reclaim]),
  ];
  return parts.join(', ');
}
