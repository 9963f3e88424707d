import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { QueryCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shardOf } from '../../shared/names.ts';
import { startTable, type TestTable } from '../helpers/table.ts';
import { device, neighbor, session, target } from './store-fixtures.ts';

const RUN = '01JD8Q';
const doc = await readFile(join(import.meta.dirname, '../../docs/data-model.md'), 'utf8');
const queries = [...doc.matchAll(/^(\S.*):\n\n```sh\n(aws dynamodb query .*)\n```$/gm)];
let table: TestTable;

/** An id of the shard that the document's example asks for. */
function idIn(shard: number): string {
  for (let n = 0; ; n += 1) {
    if (shardOf(`id-${n}`) === shard) return `id-${n}`;
  }
}

beforeAll(async () => {
  table = await startTable();
  const { store } = table;
  const outcome = { kind: 'failed', class: 'refused', phase: 'connect', reason: 'refused' } as const;
  await store.createRun({
    runId: RUN,
    network: 'lab',
    status: 'running',
    settings: {} as never,
    startedAt: 1,
    waves: 0,
  });
  await store.saveDevice(device('serial:foc2'));
  await store.saveNeighbors('lab', 'serial:foc2', [neighbor('serial:foc2')]);
  await store.enqueue(target(RUN, idIn(1), { status: 'failed', outcome }));
  await store.sessionOpening(session(RUN, idIn(2)));
  await store.sessionOpening(session('another', idIn(2)));
  const leak = { cutoff: 101, leakedAt: 102, evidence: 'late' };
  await store.flagLeaked({ runId: RUN, sessionId: idIn(2) }, leak);
});
afterAll(() => table.close());

describe('the queries of docs/data-model.md', () => {
  it('are six', () => {
    expect(queries).toHaveLength(6);
  });

  it.each(queries.map((found) => [found[1], found[2]] as const))('find %s', async (_title, command) => {
    const words = [...(command ?? '').matchAll(/'([^']*)'|(\S+)/g)].map((word) => word[1] ?? word[2] ?? '');
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const { values } = parseArgs({
      args: words.slice(3),
      options: {
        'table-name': text,
        'index-name': text,
        'key-condition-expression': text,
        'filter-expression': text,
        'expression-attribute-names': text,
        'expression-attribute-values': text,
        'consistent-read': flag,
        'no-scan-index-forward': flag,
      },
    });
    const names = values['expression-attribute-names'];
    const answer = await table.client.send(
      new QueryCommand({
        TableName: values['table-name'],
        IndexName: values['index-name'],
        KeyConditionExpression: values['key-condition-expression'],
        FilterExpression: values['filter-expression'],
        ExpressionAttributeNames:
          names === undefined ? undefined : (JSON.parse(names) as Record<string, string>),
        ExpressionAttributeValues: JSON.parse(values['expression-attribute-values'] ?? '') as Record<
          string,
          AttributeValue
        >,
        ConsistentRead: values['consistent-read'],
        ScanIndexForward: values['no-scan-index-forward'] !== true,
      }),
    );
    expect(answer.Items).toHaveLength(1);
  });
});
