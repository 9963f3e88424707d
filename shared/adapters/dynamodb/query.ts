import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { SHARDS, type TABLE } from '../../names.ts';
import { namesIn, type Condition } from './expression.ts';
import type { Item, TableAccess } from './table-access.ts';

export interface Query {
  readonly pk: string;
  readonly skPrefix: string;
  readonly filter?: Condition;
  /** Only these attributes. */
  readonly attributes?: readonly string[];
}

/** All items of one kind in a partition: consistent, every page. */
export async function queryItems(access: TableAccess, query: Query): Promise<Item[]> {
  const condition = '#pk = :pk AND begins_with(#sk, :sk)';
  const projection = projectionOf(query.attributes);
  return readPages(access, {
    TableName: access.table,
    ConsistentRead: true,
    KeyConditionExpression: condition,
    ...(query.filter === undefined ? {} : { FilterExpression: query.filter.text }),
    ...(projection === undefined ? {} : { ProjectionExpression: projection }),
    ExpressionAttributeNames: namesIn(condition, query.filter?.text ?? '', projection ?? ''),
    ExpressionAttributeValues: { ':pk': query.pk, ':sk': query.skPrefix, ...query.filter?.values },
  });
}

/** The same query over all shards of a run, in parallel. */
export async function queryShards(
  access: TableAccess,
  pkOf: (shard: number) => string,
  query: Omit<Query, 'pk'>,
): Promise<Item[]> {
  const shards = Array.from({ length: SHARDS }, (_, shard) => shard);
  const found = await Promise.all(shards.map((shard) => queryItems(access, { ...query, pk: pkOf(shard) })));
  return found.flat();
}

export interface IndexQuery {
  readonly index: string;
  readonly hash: { readonly name: typeof TABLE.g1pk | typeof TABLE.g2pk; readonly value: string };
  /** Only items that sort before this one. */
  readonly before?: { readonly name: typeof TABLE.g1sk; readonly value: number };
  readonly newestFirst?: boolean;
  /** Only these attributes. */
  readonly attributes?: readonly string[];
  readonly limit?: number;
}

/** Items as an index has them, in its order. An index is late by up to a second or so: never decide by it. */
export async function queryIndex(access: TableAccess, query: IndexQuery): Promise<Item[]> {
  const { hash, before } = query;
  const condition = `#${hash.name} = :hash${before === undefined ? '' : ` AND #${before.name} < :before`}`;
  const projection = projectionOf(query.attributes);
  return readPages(
    access,
    {
      TableName: access.table,
      IndexName: query.index,
      KeyConditionExpression: condition,
      ...(projection === undefined ? {} : { ProjectionExpression: projection }),
      ExpressionAttributeNames: namesIn(condition, projection ?? ''),
      ExpressionAttributeValues: {
        ':hash': hash.value,
        ...(before === undefined ? {} : { ':before': before.value }),
      },
      ScanIndexForward: !(query.newestFirst ?? false),
      ...(query.limit === undefined ? {} : { Limit: Math.max(1, query.limit) }),
    },
    query.limit,
  );
}

const projectionOf = (attributes: readonly string[] | undefined): string | undefined =>
  attributes?.map((name) => `#${name}`).join(', ');

/** A page may be empty and still not be the last one (a filter took its items): only a missing key ends a query. */
async function readPages(
  { client }: TableAccess,
  input: QueryCommandInput,
  limit: number = Number.POSITIVE_INFINITY,
): Promise<Item[]> {
  const items: Item[] = [];
  let from: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand(from === undefined ? input : { ...input, ExclusiveStartKey: from }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined && items.length < limit);
  return items.length > limit ? items.slice(0, limit) : items;
}
