import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../shared/adapters/dynamodb/client.ts';
import { createTable } from '../shared/adapters/dynamodb/create-table.ts';
import { dynamodbStore } from '../shared/adapters/dynamodb/store.ts';
import { startDynalite } from '../shared/adapters/dynalite/server.ts';
import { systemClock } from '../shared/adapters/system/clock.ts';
import type { SessionRecord } from '../shared/model/session-record.ts';
import { keys, openShard, shardOf } from '../shared/names.ts';
import { reapSessions } from '../shared/steps/reap-sessions.ts';
import { countRequests } from './count-requests.ts';
import { ms } from './measure.ts';

const OVERDUE = 200;
const CLOSED = (process.env['NETWALKER_BENCH_CLOSED'] ?? '0,10000,100000').split(',').map(Number);

/** A sweep beside ever more rows that closed: its requests and its time may not grow with them. */
export async function run(): Promise<void> {
  const server = await startDynalite({});
  const client = documentClient({ endpoint: server.endpoint });
  await createTable(client, 'netwalker');
  const store = dynamodbStore({ client, table: 'netwalker' });
  const requests = countRequests(client);
  const put = async (rows: readonly object[]): Promise<void> => {
    for (let start = 0; start < rows.length; start += 25) {
      const batch = rows.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteCommand({ RequestItems: { netwalker: batch } }));
    }
  };
  let written = 0;
  let first = 0;
  console.log('closed rows   overdue   requests      time   ratio');
  for (const wanted of CLOSED) {
    const more = Array.from({ length: wanted - written }, (_, index) => row(`c${written + index}`, 'closed'));
    await put(more);
    written = wanted;
    await put(Array.from({ length: OVERDUE }, (_, index) => row(`o${wanted}-${index}`, 'open')));
    const sent = requests();
    const start = performance.now();
    const { flagged } = await reapSessions(
      { store, clock: systemClock, events: { emit: () => undefined } },
      {},
    );
    const took = performance.now() - start;
    first ||= took;
    console.log(
      `${String(wanted).padStart(11)} ${String(flagged).padStart(9)} ${String(requests() - sent).padStart(10)} ${ms(took).padStart(9)} ${(took / first).toFixed(1).padStart(7)}`,
    );
  }
  client.destroy();
  await server.close();
}

function row(sessionId: string, state: SessionRecord['state']): object {
  const runId = 'bench';
  const session: SessionRecord = {
    ...{ sessionId, runId, state, targetId: sessionId, network: 'bench', address: '10.0.0.1', port: 22 },
    ...{ username: 'walker', requestId: sessionId, openingAt: 1, deadline: 1 },
  };
  const index = state === 'open' ? { g1pk: openShard(shardOf(sessionId)), g1sk: 1 } : {};
  return { ...session, ...index, ...keys.session(runId, sessionId) };
}
