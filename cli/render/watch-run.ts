import type { RunEvent } from '../../shared/ports/events.ts';
import type { Host } from '../commands/host.ts';
import { eventLine } from './event-line.ts';
import { advance, newProgress } from './run-progress.ts';
import type { RunProgress } from './run-progress.ts';

/** Watches a run on stderr. `links` is asked at each refresh: null while nobody knows. */
export interface RunWatch {
  readonly onEvent: (event: RunEvent) => void;
  readonly stop: () => void;
}

const REFRESH_MS = 125;
const LINES_OF_FAILURE = new Set(['probe-finished', 'session-leaked', 'session-closed', 'session-reclaim']);

/** A live line on a terminal, else a line for each event. `done`: what has become of a device that was dealt with. */
export async function watchRun(host: Host, links: () => number | null, done = 'visited'): Promise<RunWatch> {
  return host.stderr.isTTY ? liveWatch(host, links, done) : lineWatch(host);
}

function lineWatch(host: Host): RunWatch {
  return {
    onEvent: (event) => {
      const line = eventLine(event);
      if (line !== null) host.stderr.write(`${line}\n`);
    },
    stop: () => undefined,
  };
}

/** log-update: it keeps the line in place when the terminal is resized or the text wraps. */
async function liveWatch(host: Host, links: () => number | null, done: string): Promise<RunWatch> {
  const { createLogUpdate } = await import('log-update');
  const live = createLogUpdate(host.stderr);
  const progress = newProgress();
  const startedAt = host.now();
  const draw = (): void =>
    live(
      progressLine(progress, {
        done,
        elapsedMs: host.now() - startedAt,
        links: links(),
        isStopping: host.interrupted.aborted,
      }),
    );
  const timer = setInterval(draw, REFRESH_MS);
  return {
    onEvent: (event) => {
      advance(progress, event);
      const line = isTrouble(event) ? eventLine(event) : null;
      if (line !== null) live.persist(line);
    },
    stop: () => {
      clearInterval(timer);
      draw();
      live.done();
    },
  };
}

/** Successes are counted; what went wrong stays on the screen. */
function isTrouble(event: RunEvent): boolean {
  if (event.type === 'run-finished') return event.remaining.length > 0;
  if (!LINES_OF_FAILURE.has(event.type)) return false;
  return event.type !== 'probe-finished' || event.outcome.kind === 'failed';
}

export function progressLine(
  progress: RunProgress,
  now: {
    readonly done: string;
    readonly elapsedMs: number;
    readonly links: number | null;
    readonly isStopping: boolean;
  },
): string {
  const parts = [
    `${progress.visited} ${now.done}`,
    `${progress.inFlight.size} in flight`,
    `${progress.queued.size} queued`,
    `${progress.failed} failed`,
    ...(now.links === null ? [] : [`${now.links} links`]),
    ...(progress.leaked > 0 ? [`${progress.leaked} leaked`] : []),
    `${(now.elapsedMs / 1000).toFixed(1)} s`,
  ];
  const line = parts.join('  ');
  if (!now.isStopping) return line;
  return `${line}\ninterrupted: closing ${progress.openSessions} sessions (Ctrl-C again leaves them open)`;
}
