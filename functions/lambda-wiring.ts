import { ENV } from '../shared/names.ts';
import { UsageError } from '../shared/errors.ts';
import { documentClient } from '../shared/adapters/dynamodb/client.ts';
import { dynamodbStore } from '../shared/adapters/dynamodb/store.ts';
import { publishEvents } from '../shared/adapters/eventbridge/publish-events.ts';
import { logEvents } from '../shared/adapters/powertools/log-events.ts';
import { secretReader } from '../shared/adapters/secrets-manager/secret-reader.ts';
import { ssh2Port } from '../shared/adapters/ssh2/connect.ts';
import { systemClock } from '../shared/adapters/system/clock.ts';
import { ulidIds } from '../shared/adapters/ulid/ids.ts';
import { dnsResolver } from '../shared/adapters/system/resolver.ts';
import { secretCredentials, type MatchedSecret } from '../shared/steps/secret-credentials.ts';
import type { EventSink } from '../shared/ports/events.ts';
import type { Wiring } from './wiring.ts';

/** What a function stands on in Lambda, from its environment. Made once per sandbox. */
export async function lambdaWiring(): Promise<Wiring> {
  const endpoint = process.env[ENV.endpoint];
  const bus = process.env[ENV.eventBus];
  const log = logEvents();
  const settings = process.env[ENV.settings];
  const keepRunsDays = process.env[ENV.keepRunsDays];
  return {
    store: dynamodbStore({
      client: documentClient(endpoint === undefined ? {} : { endpoint }),
      table: required(ENV.table),
      ...(keepRunsDays === undefined ? {} : { keepRunsDays: Number(keepRunsDays) }),
    }),
    ssh: ssh2Port({}),
    credentials: secretCredentials(
      JSON.parse(process.env[ENV.credentials] ?? '[]') as MatchedSecret[],
      secretReader(),
    ),
    resolver: dnsResolver,
    events:
      bus === undefined ? log : bothSinks(log, publishEvents({ busName: bus, onRefused: log.complain })),
    clock: systemClock,
    ids: ulidIds,
    ...(settings === undefined ? {} : { deployedSettings: JSON.parse(settings) as Record<string, unknown> }),
  };
}

/** Every event goes to the log, and what others react to also to the bus. */
const bothSinks = (log: EventSink, bus: EventSink): EventSink => ({
  emit: (event) => {
    log.emit(event);
    bus.emit(event);
  },
  flush: async () => bus.flush?.(),
});

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new UsageError(`the environment variable ${name} is not set: the stack sets it on every function`);
  }
  return value;
}
