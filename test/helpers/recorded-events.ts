import type { EventSink, RunEvent } from '../../shared/ports/events.ts';

/** Keeps what was emitted. */
export function recordedEvents(): EventSink & { readonly all: readonly RunEvent[] } {
  const all: RunEvent[] = [];
  return { all, emit: (event) => void all.push(event) };
}
