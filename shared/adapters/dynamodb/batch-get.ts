import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { ItemKey } from '../../names.ts';
import { inBatches } from './in-batches.ts';
import type { Item, TableAccess } from './table-access.ts';

/** DynamoDB's limit for one BatchGetItem. */
const BATCH = 100;

/** Consistent reads of many items in one request: what is there, in the order of the keys, and null for what is not. Throws as `inBatches`. */
export async function batchGet(
  { client, table }: TableAccess,
  keys: readonly ItemKey[],
): Promise<readonly (Item | null)[]> {
  const found = new Map<string, Item>();
  // DynamoDB refuses a request that names an item twice.
  const once = [...new Map(keys.map(({ pk, sk }) => [nameOf({ pk, sk }), { pk, sk }])).values()];
  await inBatches(once, BATCH, async (batch) => {
    const request = { RequestItems: { [table]: { Keys: batch, ConsistentRead: true } } };
    const answer = await client.send(new BatchGetCommand(request));
    for (const item of answer.Responses?.[table] ?? []) found.set(nameOf(item as ItemKey), item);
    return (answer.UnprocessedKeys?.[table]?.Keys ?? []) as ItemKey[];
  });
  return keys.map((key) => found.get(nameOf(key)) ?? null);
}

const nameOf = ({ pk, sk }: ItemKey): string => JSON.stringify([pk, sk]);
