import { readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { expect, it } from 'vitest';
import { deploySettings, NetworkDiscovery } from 'netwalker/infra';
import { actionsOf, placeholderCode, resources, statements } from './synthesise.ts';

it('another CDK app uses the construct by the name of the package, with its verbs', () => {
  const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'theirs');
  const discovery = new NetworkDiscovery(stack, 'Discovery', {
    settings: deploySettings({}),
    code: placeholderCode(),
  });
  const inventory = new LambdaFunction(stack, 'Inventory', {
    code: Code.fromInline('exports.handler = async () => ({})'),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
  });
  discovery.grantRead(inventory);
  discovery.onTopologyChanged('Tickets', new SnsTopic(new Topic(stack, 'Topic')));
  const template = Template.fromStack(stack);
  const rules = Object.values(resources(template)).filter(({ Type }) => Type === 'AWS::Events::Rule');
  expect(rules.map(({ Properties }) => Properties['EventPattern'])).toContainEqual({
    source: ['netwalker'],
    'detail-type': ['TopologyChanged'],
  });
  const may = actionsOf(statements(template, 'InventoryServiceRole'));
  expect(may).toContain('dynamodb:Query');
  expect(may.filter((action) => /Put|Update|Delete|Write/.test(action))).toEqual([]);
});

it('two networks stand in one stack, and share no name', () => {
  const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'theirs');
  for (const network of ['north', 'south'])
    new NetworkDiscovery(stack, network, { settings: deploySettings({ network }), code: placeholderCode() });
  // Names that CloudFormation makes up are its own to keep apart, and no property has them.
  const names = Object.values(resources(Template.fromStack(stack))).flatMap(({ Type, Properties }) =>
    Object.entries({ ...Properties })
      .filter(([key, value]) => /(?<!Metric)Name$/.test(key) && typeof value === 'string')
      .map(([, value]) => `${Type} ${value as string}`),
  );
  expect(names.length).toBeGreaterThan(3);
  expect([...new Set(names)]).toEqual(names);
  const logs = names.filter((name) => name.includes('/aws/vendedlogs/states/theirs-'));
  expect(logs).toHaveLength(2);
});

it('the package asks an app for what its construct is made with, in the versions that it is tried with', () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { devDependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(text) as Record<
    string,
    Record<string, unknown>
  >;
  const names = ['aws-cdk-lib', 'constructs', 'rolldown'];
  expect(peerDependencies).toEqual(
    Object.fromEntries(names.map((name) => [name, `^${String(devDependencies?.[name])}`])),
  );
  // Whoever only uses the command line needs none of them.
  expect(peerDependenciesMeta).toEqual(Object.fromEntries(names.map((name) => [name, { optional: true }])));
});
