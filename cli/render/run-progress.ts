import type { RunEvent } from '../../shared/ports/events.ts';

/** What a run has done so far, by its events: the figures of the progress line. */
export interface RunProgress {
  wave: number;
  visited: number;
  failed: number;
  skipped: number;
  openSessions: number;
  leaked: number;
  /** Ids of targets: one that is given back after a lost probe is counted once. */
  readonly queued: Set<string>;
  readonly inFlight: Set<string>;
}

export function newProgress(): RunProgress {
  return {
    wave: 0,
    visited: 0,
    failed: 0,
    skipped: 0,
    openSessions: 0,
    leaked: 0,
    queued: new Set(),
    inFlight: new Set(),
  };
}

/** Changes the progress in place: a run of 10,000 targets has 60,000 events. */
export function advance(progress: RunProgress, event: RunEvent): void {
  switch (event.type) {
    case 'wave-planned':
      progress.wave = event.wave;
      break;
    case 'target-enqueued':
      if (event.skipped) progress.skipped += 1;
      else progress.queued.add(event.targetId);
      break;
    case 'probe-started':
      progress.queued.delete(event.targetId);
      progress.inFlight.add(event.targetId);
      break;
    case 'target-deferred':
      progress.inFlight.delete(event.targetId);
      progress.queued.add(event.targetId);
      break;
    case 'probe-finished':
      progress.inFlight.delete(event.targetId);
      progress[counterOf(event)] += 1;
      break;
    case 'session-opened':
      progress.openSessions += 1;
      break;
    case 'session-closed':
      progress.openSessions -= 1;
      break;
    case 'session-leaked':
      progress.leaked += 1;
      break;
    case 'session-reclaim':
      if (event.result.kind !== 'kept') progress.leaked -= 1;
      break;
    case 'topology-changed':
    case 'wave-finished':
    case 'run-started':
    case 'run-finished':
      break;
  }
}

function counterOf(event: Extract<RunEvent, { type: 'probe-finished' }>): 'visited' | 'failed' | 'skipped' {
  const { kind } = event.outcome;
  return kind === 'alias' ? 'skipped' : kind;
}
