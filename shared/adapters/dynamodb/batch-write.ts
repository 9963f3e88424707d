import { BatchWriteCommand, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { ItemKey } from '../../names.ts';
import { inBatches } from './in-batches.ts';
import { expiry, type Item, type TableAccess } from './table-access.ts';

/** DynamoDB's limit for one BatchWriteItem. */
const BATCH = 25;

type Writes = NonNullable<NonNullable<BatchWriteCommandInput['RequestItems']>[string]>;

/** Puts and deletes items, each once. Throws as `inBatches`. */
export async function batchWrite(
  access: TableAccess,
  writes: { readonly put?: readonly (ItemKey & Item)[]; readonly remove?: readonly ItemKey[] },
): Promise<void> {
  const { client, table } = access;
  const requests: Writes = [
    ...(writes.put ?? []).map((item) => ({ PutRequest: { Item: { ...item, ...expiry(access, item.pk) } } })),
    ...(writes.remove ?? []).map((key) => ({ DeleteRequest: { Key: key } })),
  ];
  await inBatches(requests, BATCH, async (batch) => {
    const answer = await client.send(new BatchWriteCommand({ RequestItems: { [table]: batch } }));
    return answer.UnprocessedItems?.[table] ?? [];
  });
}
