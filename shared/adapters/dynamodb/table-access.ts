import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { RUN_ITEMS, TABLE, TTL_ATTRIBUTE, type ItemKey } from '../../names.ts';
import { namesIn, updateExpression, type Change, type Condition } from './expression.ts';

/** The table that a store stands on. */
export interface TableAccess {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  /** How long items of a run are kept from when they are written; without it they stay. */
  readonly keepRunsDays?: number | undefined;
}

export type Item = Record<string, unknown>;

export const IS_NEW: Condition = { text: 'attribute_not_exists(#pk)' };
export const EXISTS: Condition = { text: 'attribute_exists(#pk)' };

/** A consistent read of one item. */
export async function getItem({ client, table }: TableAccess, key: ItemKey): Promise<Item | null> {
  const { Item: item } = await client.send(
    new GetCommand({ TableName: table, Key: key, ConsistentRead: true }),
  );
  return item ?? null;
}

/** Puts an item; false when the condition does not hold. */
export async function putItem(
  access: TableAccess,
  item: ItemKey & Item,
  condition: Condition,
): Promise<boolean> {
  const { client, table } = access;
  const Item = { ...item, ...expiry(access, item.pk) };
  return holds(client.send(new PutCommand({ TableName: table, Item, ...conditionInput(condition) }))).then(
    (answer) => answer !== null,
  );
}

/** Changes an item; answers it as it is then, or null when the condition does not hold. */
export async function updateItem(
  access: TableAccess,
  key: ItemKey,
  change: Change,
  condition?: Condition,
): Promise<Item | null> {
  const { client, table } = access;
  // An update makes the item where there is none.
  const update = updateExpression({ ...change, setOnce: { ...change.setOnce, ...expiry(access, key.pk) } });
  const values = { ...update.values, ...condition?.values };
  const answer = await holds(
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: update.text,
        ...(condition === undefined ? {} : { ConditionExpression: condition.text }),
        ExpressionAttributeNames: { ...update.names, ...namesIn(condition?.text ?? '') },
        ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
        ReturnValues: 'ALL_NEW',
      }),
    ),
  );
  return answer === null ? null : (answer.Attributes ?? {});
}

/** Deletes an item; false when the condition does not hold. */
export async function deleteItem(
  { client, table }: TableAccess,
  key: ItemKey,
  condition: Condition,
): Promise<boolean> {
  return holds(
    client.send(new DeleteCommand({ TableName: table, Key: key, ...conditionInput(condition) })),
  ).then((answer) => answer !== null);
}

const DAY_SECONDS = 86_400;

/** What a run leaves may go after a while; devices, aliases and host keys stay. */
export function expiry({ keepRunsDays }: TableAccess, pk: string): Item {
  if (keepRunsDays === undefined || !pk.startsWith(RUN_ITEMS)) return {};
  return { [TTL_ATTRIBUTE]: Math.floor(Date.now() / 1000) + keepRunsDays * DAY_SECONDS };
}

const ONLY_THE_TABLES: ReadonlySet<string> = new Set([...Object.values(TABLE), TTL_ATTRIBUTE]);

/** The item without what only the table needs. */
export function withoutKeys(item: Item): Item {
  const rest: Item = {};
  for (const name in item) if (!ONLY_THE_TABLES.has(name)) rest[name] = item[name];
  return rest;
}

function conditionInput(condition: Condition) {
  return {
    ConditionExpression: condition.text,
    ExpressionAttributeNames: namesIn(condition.text),
    ...(condition.values === undefined ? {} : { ExpressionAttributeValues: { ...condition.values } }),
  };
}

/** A condition that does not hold is an answer. dynalite leaves the item out of that error, so nobody here reads it. */
async function holds<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') {
      return null;
    }
    throw error;
  }
}
