import type { FailureClass } from '../../shared/model/outcome.ts';
import { ADVICE } from './advice.ts';
import { safeText } from './safe-text.ts';
import { shortDuration } from './times.ts';

/** What `explain --json` prints for each target. */
export interface Explanation {
  readonly target: string;
  readonly runId: string;
  /** The run that this one took the target over from as it was; its session is of there. */
  readonly carriedFrom: string | null;
  readonly device: string | null;
  readonly toldBy: {
    readonly device: string;
    readonly protocol: string;
    readonly localPort: string | null;
  } | null;
  readonly isSeed: boolean;
  readonly depth: number;
  /** `in scope`, or why not; null for a target without an address. */
  readonly scope: string | null;
  readonly status: string;
  readonly outcome: 'visited' | 'alias' | 'skipped' | 'failed' | null;
  /** The failure class or skip reason. */
  readonly class: string | null;
  readonly phase: string | null;
  readonly reason: string | null;
  readonly warnings: readonly string[];
  readonly attempts: number;
  readonly durationMs: number | null;
  readonly sessions: readonly {
    readonly sessionId: string;
    readonly state: string;
    readonly openedAt: string | null;
    readonly durationMs: number | null;
    readonly closedBy: string | null;
    readonly proof: string | null;
    readonly evidence: string | null;
    /** Why a leaked session was not reclaimed, or on which line it was. */
    readonly reclaim: string | null;
  }[];
}

export function renderExplanations(explanations: readonly Explanation[]): string {
  return explanations.map(render).join('\n\n');
}

function render(explanation: Explanation): string {
  const { toldBy, device, outcome, attempts, durationMs } = explanation;
  const where = toldBy?.localPort ? ` behind its port ${toldBy.localPort}` : '';
  const lines = [
    `${explanation.target}${device === null ? '' : ` (${device})`} in run ${explanation.runId}`,
    explanation.isSeed
      ? '  why      it is a seed'
      : `  why      ${toldBy?.device ?? 'somebody'} told of it over ${toldBy?.protocol ?? '?'}${where}`,
    `  depth    ${explanation.depth}`,
    ...(explanation.scope === null ? [] : [`  scope    ${explanation.scope}`]),
    `  outcome  ${outcomeLine(explanation)}`,
    ...(explanation.carriedFrom === null ? [] : [`  carried  over from run ${explanation.carriedFrom}`]),
    ...(outcome === 'failed' && explanation.class !== null
      ? [`  do       ${ADVICE[explanation.class as FailureClass]}`]
      : []),
    ...explanation.warnings.map((warning) => `  warning  ${warning}`),
    ...(attempts > 0
      ? [`  probes   ${attempts}${durationMs === null ? '' : `, the last took ${shortDuration(durationMs)}`}`]
      : []),
    ...explanation.sessions.map((session) => `  session  ${sessionLine(session)}`),
  ];
  return lines.map((line) => safeText(line)).join('\n');
}

function outcomeLine({ outcome, status, phase, reason, class: name }: Explanation): string {
  if (outcome === null) return status === 'active' ? 'a probe is visiting it' : 'it waits for its probe';
  if (outcome === 'visited') return 'visited';
  if (outcome === 'alias') return `another address of a device that was ${reason}`;
  const at = phase === null ? '' : ` at ${phase}`;
  return `${outcome}${at}, ${name}: ${reason}`;
}

function sessionLine(session: Explanation['sessions'][number]): string {
  const { state, closedBy, proof, durationMs, evidence, openedAt } = session;
  const parts = [
    openedAt === null ? state : `${state}, opened ${openedAt}`,
    ...(durationMs === null ? [] : [`lasted ${shortDuration(durationMs)}`]),
    ...(closedBy === null ? [] : [`closed by step "${closedBy}", proof ${proof}`]),
    ...(evidence === null ? [] : [evidence]),
    ...(session.reclaim === null ? [] : [session.reclaim]),
  ];
  return parts.join(', ');
}
