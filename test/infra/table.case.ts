import { expect, it } from 'vitest';
import { tableDefinition } from '../../shared/adapters/dynamodb/create-table.ts';
import { resources, synthesise } from './synthesise.ts';

type Definition = ReturnType<typeof tableDefinition>;

const sorted = (definition: Definition) => ({
  keys: definition.KeySchema,
  attributes: [...(definition.AttributeDefinitions ?? [])].sort(byName),
  indexes: [...(definition.GlobalSecondaryIndexes ?? [])].sort((a, b) => order(a.IndexName, b.IndexName)),
  billing: definition.BillingMode,
});
const order = (a = '', b = ''): number => (a < b ? -1 : 1);
const byName = (
  a: { AttributeName?: string | undefined },
  b: { AttributeName?: string | undefined },
): number => order(a.AttributeName, b.AttributeName);

const table = Object.values(resources(synthesise())).find(({ Type }) => Type === 'AWS::DynamoDB::Table');

it('the deployed table has the keys, types and indexes of the embedded one', () => {
  expect(sorted(table?.Properties as unknown as Definition)).toEqual(sorted(tableDefinition('any')));
});

it('the table survives the stack and can be restored to a point in time', () => {
  expect(table?.DeletionPolicy).toBe('Retain');
  expect(table?.Properties).toMatchObject({
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  });
});
