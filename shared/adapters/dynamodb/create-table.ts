import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  ResourceInUseException,
  type CreateTableCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { INDEX_LIST, INDEX_OPEN, TABLE } from '../../names.ts';

const POLL_MS = 20;
const POLLS = 1_500;

/** The one table: what CDK deploys and what the embedded engine creates have the same keys and indexes. */
export function tableDefinition(table: string): CreateTableCommandInput {
  return {
    TableName: table,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: TABLE.pk, AttributeType: 'S' },
      { AttributeName: TABLE.sk, AttributeType: 'S' },
      { AttributeName: TABLE.g1pk, AttributeType: 'S' },
      // The deadline in epoch milliseconds, as the item has it.
      { AttributeName: TABLE.g1sk, AttributeType: 'N' },
      { AttributeName: TABLE.g2pk, AttributeType: 'S' },
      { AttributeName: TABLE.g2sk, AttributeType: 'S' },
    ],
    KeySchema: keySchema(TABLE.pk, TABLE.sk),
    GlobalSecondaryIndexes: [
      {
        IndexName: INDEX_OPEN,
        KeySchema: keySchema(TABLE.g1pk, TABLE.g1sk),
        Projection: { ProjectionType: 'ALL' },
      },
      {
        IndexName: INDEX_LIST,
        KeySchema: keySchema(TABLE.g2pk, TABLE.g2sk),
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  };
}

/** Creates the table unless it is there, and resolves when it can be used. */
export async function createTable(client: DynamoDBDocumentClient, table: string): Promise<void> {
  try {
    await client.send(new CreateTableCommand(tableDefinition(table)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) {
      throw error;
    }
  }
  for (let poll = 0; poll < POLLS; poll += 1) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
    if (Table?.TableStatus === 'ACTIVE') {
      return;
    }
    await sleep(POLL_MS);
  }
  throw new Error(`The table ${table} did not become active.`);
}

function keySchema(hash: string, range: string): NonNullable<CreateTableCommandInput['KeySchema']> {
  return [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ];
}
