import { ENV } from '../../shared/names.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamodbStore } from '../../shared/adapters/dynamodb/store.ts';
import { logEvents } from '../../shared/adapters/powertools/log-events.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventSink } from '../../shared/ports/events.ts';
import type { Store } from '../../shared/ports/store.ts';
import { requiredVariable } from './required-variable.ts';

export interface BaseWiring {
  readonly store: Store;
  readonly events: EventSink;
  readonly clock: Clock;
  /** Tells the log what went wrong beside the work. */
  readonly complain: (reason: string) => void;
}

/**
 * What every function stands on in Lambda, from its environment. The other files of this folder add what only some need: a bundle
 * holds what its function uses and nothing else, because a cold start reads all of it.
 */
export function baseWiring(): BaseWiring {
  const endpoint = process.env[ENV.endpoint];
  const keepRunsDays = process.env[ENV.keepRunsDays];
  const log = logEvents();
  return {
    store: dynamodbStore({
      client: documentClient(endpoint === undefined ? {} : { endpoint }),
      table: requiredVariable(ENV.table),
      ...(keepRunsDays === undefined ? {} : { keepRunsDays: Number(keepRunsDays) }),
    }),
    events: log,
    clock: systemClock,
    complain: log.complain,
  };
}
