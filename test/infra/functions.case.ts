import { describe, expect, it } from 'vitest';
import { ENV } from '../../shared/names.ts';
import { actionsOf, resources, statements, synthesise } from './synthesise.ts';
import { everything } from './stack-settings.ts';

const template = synthesise(everything);
const functions = Object.entries(resources(template)).filter(
  ([, { Type }]) => Type === 'AWS::Lambda::Function',
);
const named = (name: string) => functions.find(([id]) => id.includes(name))?.[1].Properties ?? {};
const environment = (name: string) =>
  (named(name)['Environment'] as { Variables: Record<string, unknown> }).Variables;
const mayDo = (name: string): string[] =>
  actionsOf(statements(template, `Discovery${name}Role`)).filter(
    (action) => !/^(logs|ec2|kms):/.test(action),
  );

const NAMES = ['StartRun', 'PlanWave', 'ProbeDevice', 'ReapSessions', 'ReclaimSession', 'FinishRun'];

describe('the functions', () => {
  it('are six, on Node 24 and arm64', () => {
    expect(functions).toHaveLength(6);
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    }
  });

  it('have 512 MB, and 2,048 the one that holds a whole network', () => {
    expect(NAMES.map((name) => named(name)['MemorySize'])).toEqual([512, 512, 512, 512, 512, 2048]);
  });

  it('know the table, and only those that need them know settings and secrets', () => {
    for (const name of NAMES) {
      const variables = environment(name);
      expect(variables).toHaveProperty(ENV.table);
      expect(variables['NODE_OPTIONS']).toBe('--enable-source-maps');
      expect(ENV.settings in variables).toBe(name === 'StartRun');
      expect(ENV.credentials in variables).toBe(['ProbeDevice', 'ReclaimSession'].includes(name));
      expect(variables).not.toHaveProperty(ENV.endpoint);
    }
    const [core, edge] = everything.deploy.secrets;
    expect(JSON.parse(environment('ProbeDevice')[ENV.credentials] as string)).toEqual([
      core,
      { secret: edge },
    ]);
    expect(JSON.parse(environment('StartRun')[ENV.settings] as string)).toMatchObject({
      scope: everything.scope,
    });
  });

  it('know how long runs are kept, those that put items of runs: they may put', () => {
    for (const name of NAMES) {
      const puts = mayDo(name).some((action) => /:(PutItem|BatchWriteItem)$/.test(action));
      expect(environment(name)[ENV.keepRunsDays], name).toBe(puts ? '90' : undefined);
    }
  });

  it('leaves no function with more than its steps do', () => {
    const items = (...actions: string[]) => actions.map((action) => `dynamodb:${action}`);
    expect(Object.fromEntries(NAMES.map((name) => [name, [...new Set(mayDo(name))].sort()]))).toEqual({
      StartRun: items('BatchWriteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      PlanWave: items('GetItem', 'Query', 'UpdateItem'),
      ProbeDevice: [
        ...items('BatchGetItem', 'BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        'secretsmanager:GetSecretValue',
      ],
      ReclaimSession: [
        ...items('DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'),
        'secretsmanager:GetSecretValue',
      ],
      ReapSessions: [...items('DeleteItem', 'GetItem', 'Query', 'UpdateItem'), 'events:PutEvents'],
      FinishRun: [
        ...items('DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        'events:PutEvents',
        'sqs:SendMessage',
      ],
    });
  });

  it('grants no wildcard action, and no managed policy', () => {
    const policies = Object.values(resources(template)).filter(({ Type }) => Type.startsWith('AWS::IAM::'));
    for (const { Properties } of policies) {
      expect(JSON.stringify(Properties)).not.toMatch(/"Action":("|\[[^\]]*")[a-z0-9-]*:?[A-Za-z]*\*/);
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
    }
  });

  it('reads exactly the secrets that are named', () => {
    const reads = statements(template, 'DiscoveryProbeDeviceRole').filter((statement) =>
      actionsOf([statement]).includes('secretsmanager:GetSecretValue'),
    );
    const text = JSON.stringify(reads.flatMap(({ Resource }) => Resource));
    expect(text).toContain('secret:netwalker/core-??????');
    expect(text).toContain('secret:edge-AbCdEf');
    expect(text).not.toContain('*');
  });

  it('run as many probes at once as the settings say, each with time to close behind its budget', () => {
    expect(named('ProbeDevice')).toMatchObject({ ReservedConcurrentExecutions: 80, Timeout: 35 });
    for (const name of NAMES.filter((each) => each !== 'ProbeDevice')) {
      expect(named(name)).not.toHaveProperty('ReservedConcurrentExecutions');
    }
    const byDefault = Object.entries(resources(synthesise())).find(([id]) =>
      id.includes('ProbeDeviceFunction'),
    );
    expect(byDefault?.[1].Properties).toMatchObject({ ReservedConcurrentExecutions: 50, Timeout: 30 });
  });
});
