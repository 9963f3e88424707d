import type { Run } from '../../shared/model/run.ts';
import type { SessionRecord } from '../../shared/model/session-record.ts';
import type { Target } from '../../shared/model/target.ts';
import type { RunEvent } from '../../shared/ports/events.ts';

/** A run as the table has it at one moment. */
export interface RunView {
  readonly run: Run;
  readonly targets: readonly Target[];
  readonly sessions: readonly SessionRecord[];
}

/**
 * What happened between two views of a run, as the events that a run of this process would have emitted: so that a run on
 * AWS is watched as one on the laptop is. What came and went between two looks is told in one go. `before` is null at the first look.
 */
export function runChanges(before: RunView | null, now: RunView): readonly RunEvent[] {
  return [
    ...runStarted(before, now),
    ...targetChanges(before, now),
    ...sessionChanges(before, now),
    ...wavePlanned(before, now),
    ...runFinished(before, now),
  ];
}

function runStarted(before: RunView | null, { run, targets }: RunView): readonly RunEvent[] {
  if (before !== null) return [];
  const { basis } = run.settings;
  const goesOn = basis ? { goesOnFrom: basis.run, carriedOver: targets.filter(isCarried).length } : {};
  return [{ type: 'run-started', runId: run.runId, seeds: run.settings.seeds, ...goesOn }];
}

function wavePlanned(before: RunView | null, { run, targets }: RunView): readonly RunEvent[] {
  if (run.waves === (before?.run.waves ?? 0)) return [];
  const pending = targets.filter(({ status }) => status === 'pending' || status === 'active').length;
  return [{ type: 'wave-planned', runId: run.runId, wave: run.waves, pending }];
}

function targetChanges(before: RunView | null, { run, targets, sessions }: RunView): readonly RunEvent[] {
  const known = new Map(before?.targets.map((target) => [target.targetId, target]));
  const names = new Map(sessions.map(({ sessionId, deviceName }) => [sessionId, deviceName]));
  return targets.flatMap((target): RunEvent[] => {
    if (isCarried(target)) return [];
    const { targetId, status, outcome } = target;
    const last = known.get(targetId);
    const { runId } = run;
    const events: RunEvent[] = [];
    if (!last) {
      const skipped = outcome?.kind === 'skipped';
      events.push({ type: 'target-enqueued', runId, targetId, skipped });
      if (skipped) return events;
    }
    const isNew = (last?.attempts ?? 0) < target.attempts;
    if (isNew && status !== 'pending') events.push({ type: 'probe-started', runId, targetId });
    if (outcome && !last?.outcome) {
      events.push({
        type: 'probe-finished',
        runId,
        targetId,
        deviceName: names.get(target.sessionId ?? '') ?? target.nameHint ?? null,
        outcome,
        neighbors: null,
        durationMs: target.durationMs ?? 0,
      });
    }
    return events;
  });
}

function sessionChanges(before: RunView | null, { run, sessions }: RunView): readonly RunEvent[] {
  const known = new Map(before?.sessions.map((session) => [session.sessionId, session]));
  return sessions.flatMap((session): RunEvent[] => {
    const { sessionId, targetId, openedAt, closedBy, proof, state } = session;
    const last = known.get(sessionId);
    const about = { runId: run.runId, targetId, sessionId };
    const events: RunEvent[] = [];
    if (openedAt !== undefined && last?.openedAt === undefined) {
      events.push({ type: 'session-opened', ...about });
    }
    if (state === 'leaked' && last?.state !== 'leaked') {
      events.push(leakOf(session));
    }
    if (closedBy && proof && !last?.closedBy) {
      const { closedAt = 0, durationMs = 0, closeMs = 0 } = session;
      const report = { closedBy, proof, closedAt, durationMs, closeMs };
      events.push({ type: 'session-closed', ...about, report });
    }
    return events;
  });
}

function runFinished(before: RunView | null, { run }: RunView): readonly RunEvent[] {
  const wasRunning = before === null || before.run.status === 'running';
  if (!wasRunning || run.status === 'running' || !run.summary) return [];
  const { runId, network, summary } = run;
  return [{ type: 'run-finished', runId, network, summary, remaining: [] }];
}

const isCarried = ({ carriedFrom }: Target): boolean => carriedFrom !== undefined;

const leakOf = (session: SessionRecord): RunEvent => ({
  type: 'session-leaked',
  runId: session.runId,
  sessionId: session.sessionId,
  address: session.address,
  requestId: session.requestId,
  deviceName: session.deviceName ?? null,
  line: session.line ?? null,
  lateMs: (session.leakedAt ?? 0) - session.deadline,
});
