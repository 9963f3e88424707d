import { createTable } from '../../shared/adapters/dynamodb/create-table.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamodbStore } from '../../shared/adapters/dynamodb/store.ts';
import { startDynalite } from '../../shared/adapters/dynalite/server.ts';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../../shared/ports/store.ts';

export interface TestTable {
  readonly store: Store;
  readonly client: DynamoDBDocumentClient;
  readonly endpoint: string;
  readonly table: string;
  close(): Promise<void>;
}

/** A store on an embedded DynamoDB of its own: in memory, or in a folder. */
export async function startTable(
  options: { readonly path?: string; readonly table?: string } = {},
): Promise<TestTable> {
  const { table = 'netwalker', ...where } = options;
  const server = await startDynalite(where);
  const client = documentClient({ endpoint: server.endpoint });
  await createTable(client, table);
  return {
    store: dynamodbStore({ client, table }),
    client,
    endpoint: server.endpoint,
    table,
    async close() {
      client.destroy();
      await server.close();
    },
  };
}
