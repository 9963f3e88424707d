import { expect, it } from 'vitest';
import { tableDefinition } from '../../shared/adapters/dynamodb/create-table.ts';
import { TTL_ATTRIBUTE } from '../../shared/names.ts';
import { actionsOf, resources, statements, synthesise } from './synthesise.ts';
import { everything } from './stack-settings.ts';

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

it('nothing but the table stays when the stack goes, so nothing is in the way of the next deployment', () => {
  for (const config of [{}, everything]) {
    const kept = Object.values(resources(synthesise(config))).filter(({ DeletionPolicy = 'Delete' }) =>
      DeletionPolicy.startsWith('Retain'),
    );
    expect(kept.map(({ Type }) => Type)).toEqual(['AWS::DynamoDB::Table']);
    expect(kept[0]?.Properties).not.toHaveProperty('TableName');
  }
});

it('items of runs expire where the deployment says so, by an attribute that no other item has', () => {
  expect(table?.Properties['TimeToLiveSpecification']).toEqual({
    AttributeName: TTL_ATTRIBUTE,
    Enabled: true,
  });
});

it('a customer key encrypts the table, and the functions may use it through DynamoDB only', () => {
  const template = synthesise(everything);
  const encrypted = Object.values(resources(template)).find(({ Type }) => Type === 'AWS::DynamoDB::Table');
  expect(encrypted?.Properties['SSESpecification']).toEqual({
    KMSMasterKeyId: everything.deploy.tableKeyArn,
    SSEEnabled: true,
    SSEType: 'KMS',
  });
  const uses = statements(template, 'DiscoveryPlanWaveRole').filter((statement) =>
    actionsOf([statement]).includes('kms:Decrypt'),
  );
  expect(uses).toMatchObject([
    {
      Resource: everything.deploy.tableKeyArn,
      Condition: {
        StringEquals: {
          'kms:ViaService': { 'Fn::Join': ['', ['dynamodb.', { Ref: 'AWS::Region' }, '.amazonaws.com']] },
        },
      },
    },
  ]);
});
