import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { EVENT_SOURCE } from '../../names.ts';
import type { EventSink, RunEvent } from '../../ports/events.ts';

/** PutEvents takes ten entries and 256 KB in all. */
const BATCH = 10;

/**
 * Sends what others may want to react to (docs/events.md) to an event bus: runs that ended, sessions that leaked, maps that
 * changed. `flush` waits until all of it was taken; what the bus refuses is told to `onRefused` and never fails the work that it is about.
 */
export function publishEvents(options: {
  readonly busName: string;
  readonly onRefused: (reason: string) => void;
}): EventSink {
  const { busName, onRefused } = options;
  const client = new EventBridgeClient({});
  let waiting: PutEventsRequestEntry[] = [];
  return {
    emit: (event) => {
      const entry = entryOf(event);
      if (entry) waiting.push({ ...entry, EventBusName: busName, Source: EVENT_SOURCE });
    },
    flush: async () => {
      const entries = waiting;
      waiting = [];
      for (let start = 0; start < entries.length; start += BATCH) {
        try {
          const answer = await client.send(
            new PutEventsCommand({ Entries: entries.slice(start, start + BATCH) }),
          );
          for (const { ErrorCode, ErrorMessage } of answer.Entries ?? []) {
            if (ErrorCode !== undefined) onRefused(`${ErrorCode}: ${ErrorMessage ?? ''}`);
          }
        } catch (error) {
          onRefused(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
        }
      }
    },
  };
}

/** The event as others see it: a contract, apart from the order of keys. Null for what is only progress. */
function entryOf(event: RunEvent): { readonly DetailType: string; readonly Detail: string } | null {
  switch (event.type) {
    case 'run-finished': {
      const { summary } = event;
      const isComplete = summary.status === 'succeeded' || summary.status === 'truncated';
      return {
        DetailType: isComplete ? 'RunCompleted' : 'RunAborted',
        Detail: JSON.stringify({ version: 1, network: event.network, ...summary }),
      };
    }
    case 'session-leaked': {
      const { type: _type, ...leak } = event;
      return { DetailType: 'SessionLeaked', Detail: JSON.stringify({ version: 1, ...leak }) };
    }
    case 'topology-changed': {
      const { type: _type, ...change } = event;
      return { DetailType: 'TopologyChanged', Detail: JSON.stringify({ version: 1, ...change }) };
    }
    default:
      return null;
  }
}
