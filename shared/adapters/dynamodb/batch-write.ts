import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteCommand, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { ItemKey } from '../../names.ts';
import { expiry, type Item, type TableAccess } from './table-access.ts';

/** DynamoDB's limit for one BatchWriteItem. */
const BATCH = 25;
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 25;

type Writes = NonNullable<NonNullable<BatchWriteCommandInput['RequestItems']>[string]>;

/** Puts and deletes items, each once. Throws when DynamoDB still refuses some of them after eight tries (3.2 s of pauses). */
export async function batchWrite(
  access: TableAccess,
  writes: { readonly put?: readonly (ItemKey & Item)[]; readonly remove?: readonly ItemKey[] },
): Promise<void> {
  const requests: Writes = [
    ...(writes.put ?? []).map((item) => ({ PutRequest: { Item: { ...item, ...expiry(access, item.pk) } } })),
    ...(writes.remove ?? []).map((key) => ({ DeleteRequest: { Key: key } })),
  ];
  for (let start = 0; start < requests.length; start += BATCH) {
    await writeBatch(access, requests.slice(start, start + BATCH));
  }
}

async function writeBatch({ client, table }: TableAccess, batch: Writes): Promise<void> {
  let left = batch;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) {
      await sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
    const answer = await client.send(new BatchWriteCommand({ RequestItems: { [table]: left } }));
    left = answer.UnprocessedItems?.[table] ?? [];
    if (left.length === 0) {
      return;
    }
  }
  throw new Error(`DynamoDB did not take ${left.length} items of a batch in ${ATTEMPTS} attempts.`);
}
