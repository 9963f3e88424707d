import path from 'node:path';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { createTable } from '../../shared/adapters/dynamodb/create-table.ts';
import { dynamodbStore } from '../../shared/adapters/dynamodb/store.ts';
import { startDynalite } from '../../shared/adapters/dynalite/server.ts';
import type { Store } from '../../shared/ports/store.ts';

const TABLE_NAME = 'netwalker';

export interface LocalStore {
  readonly store: Store;
  readonly endpoint: string;
  readonly table: string;
  close(): Promise<void>;
}

/**
 * The table on the embedded engine, persistent under the data directory. The directory belongs to one process at a time:
 * throws UsageError while another holds it, and says which one.
 * @param command what this process opens it for, as the other then reads: `discover`
 */
export async function openLocalStore(dataDir: string, command = ''): Promise<LocalStore> {
  const server = await startDynalite({
    ...{ path: path.join(dataDir, 'db'), shownAs: dataDir },
    ...(command === '' ? {} : { purpose: `netwalker ${command}` }),
  });
  try {
    const client = documentClient({ endpoint: server.endpoint, region: 'local', credentials: LOCAL });
    await createTable(client, TABLE_NAME);
    return {
      store: dynamodbStore({ client, table: TABLE_NAME }),
      endpoint: server.endpoint,
      table: TABLE_NAME,
      close: async () => {
        client.destroy();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The embedded engine takes any key; these say what they are. */
const LOCAL = { accessKeyId: 'local', secretAccessKey: 'local' };
