import { ENV } from '../../shared/names.ts';
import { publishEvents } from '../../shared/adapters/eventbridge/publish-events.ts';
import type { EventSink } from '../../shared/ports/events.ts';
import { baseWiring, type BaseWiring } from './base-wiring.ts';

/** For those that end runs and flag sessions: what others react to goes to the event bus as well. */
export async function tellingWiring(): Promise<BaseWiring> {
  const base = baseWiring();
  const bus = process.env[ENV.eventBus];
  if (bus === undefined) return base;
  const { events, complain } = base;
  return { ...base, events: bothSinks(events, publishEvents({ busName: bus, onRefused: complain })) };
}

/** Every event goes to the log, and what others react to also to the bus. */
const bothSinks = (log: EventSink, bus: EventSink): EventSink => ({
  emit: (event) => {
    log.emit(event);
    bus.emit(event);
  },
  flush: async () => bus.flush?.(),
});
