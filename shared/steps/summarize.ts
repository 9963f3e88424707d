import type { FailureClass } from '../model/outcome.ts';
import type { Run, RunSettings, RunStatus, RunSummary } from '../model/run.ts';
import type { SessionEnd } from '../model/session-record.ts';
import type { TargetEnd } from '../model/target.ts';
import { costOfRun, totalOf } from '../cost/estimate-cost.ts';
import { MEASURED } from '../cost/measured.ts';
import { sessionFigures } from './session-figures.ts';

/** The figures of a run, from its targets and its ledger. */
export function summarize(input: {
  readonly run: Pick<Run, 'runId' | 'startedAt' | 'waves'> & {
    readonly settings?: Pick<RunSettings, 'basis' | 'exec'>;
  };
  readonly status: Exclude<RunStatus, 'running'>;
  readonly endedAt: number;
  readonly targets: readonly TargetEnd[];
  readonly sessions: readonly SessionEnd[];
  readonly links: number;
}): RunSummary {
  const { run, targets, sessions } = input;
  const visited = targets.filter((target) => target.outcome?.kind === 'visited');
  const failed = targets.filter((target) => target.outcome?.kind === 'failed');
  const basis = run.settings?.basis;
  return {
    runId: run.runId,
    ...(run.settings?.exec ? { commands: run.settings.exec.commands } : {}),
    status: input.status,
    startedAt: new Date(run.startedAt).toISOString(),
    endedAt: new Date(input.endedAt).toISOString(),
    waves: run.waves,
    targets: countOutcomes(targets),
    ...(basis ? { carriedOver: { from: basis.run, ...countOutcomes(targets.filter(isCarried)) } } : {}),
    devices: new Set(visited.map(deviceIdOf)).size,
    links: input.links,
    sessions: sessionFigures(sessions),
    failures: countClasses(failed),
    estimatedUsd: estimate(run.waves, targets),
  };
}

function countOutcomes(targets: readonly TargetEnd[]): RunSummary['targets'] {
  const count = (...kinds: readonly string[]): number =>
    targets.filter(({ outcome }) => kinds.includes(outcome?.kind ?? '')).length;
  return { visited: count('visited'), failed: count('failed'), skipped: count('skipped', 'alias') };
}

const isCarried = ({ carriedFrom }: TargetEnd): boolean => carriedFrom !== undefined;

/** What it would cost on AWS: states entered, seconds of probes, units of the table, log lines. */
function estimate(waves: number, targets: readonly TargetEnd[]): number {
  const probed = targets.filter((target) => target.durationMs !== undefined && !isCarried(target));
  const seconds = probed.reduce((sum, { durationMs = 0 }) => sum + durationMs / 1000, 0);
  const devices = probed.length;
  const usage = { ...MEASURED, devices, waves, probeSeconds: devices === 0 ? 0 : seconds / devices };
  const usd = totalOf(costOfRun(usage, MEASURED.states));
  return Number(usd.toFixed(6));
}

function countClasses(failed: readonly TargetEnd[]): Partial<Record<FailureClass, number>> {
  const counts: Partial<Record<FailureClass, number>> = {};
  for (const { outcome } of failed) {
    if (outcome?.kind === 'failed') counts[outcome.class] = (counts[outcome.class] ?? 0) + 1;
  }
  return counts;
}

const deviceIdOf = (target: TargetEnd): string =>
  target.outcome?.kind === 'visited' ? target.outcome.deviceId : target.targetId;
