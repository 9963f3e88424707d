import { mappedDialer, type DialMap } from '../../cli/engine/mapped-dialer.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamodbStore } from '../../shared/adapters/dynamodb/store.ts';
import { ssh2Port } from '../../shared/adapters/ssh2/connect.ts';
import { staticCredentials } from '../../shared/adapters/static-credentials/credentials.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { dnsResolver } from '../../shared/adapters/system/resolver.ts';
import { ulidIds } from '../../shared/adapters/ulid/ids.ts';
import { createHandler } from '../../functions/probe-device/handler.ts';
import { localContext } from '../../cli/engine/local-context.ts';
import type { Credential } from '../../shared/model/credential.ts';

/** What a process of its own needs to make one invocation of the probe's handler: a sandbox that can be frozen or killed. */
export interface ProbeProcessInput {
  readonly endpoint: string;
  readonly table: string;
  readonly credential: Credential;
  readonly dialMap: DialMap;
  readonly payload: object;
  readonly requestId: string;
  readonly limitMs: number;
}

const input = JSON.parse(process.argv[2] ?? '{}') as ProbeProcessInput;
const handler = createHandler(async () => ({
  store: dynamodbStore({ client: documentClient({ endpoint: input.endpoint }), table: input.table }),
  ssh: ssh2Port({ dialer: mappedDialer(input.dialMap) }),
  credentials: staticCredentials(input.credential),
  resolver: dnsResolver,
  events: { emit: (event) => process.stdout.write(`${JSON.stringify(event)}\n`) },
  clock: systemClock,
  ids: ulidIds,
}));
const endsAt = Date.now() + input.limitMs;
await handler(input.payload as never, localContext('probe-device', input.requestId, endsAt));
process.exit(0);
