import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { deploySettings } from '../../infra/deploy-settings.ts';
import { NetwalkerStack } from '../../infra/stacks/netwalker-stack.ts';
import type { FunctionName } from '../../shared/names.ts';

/** Stands for the bundles: what the functions do is tried elsewhere. */
export const placeholderCode = (): Record<FunctionName, Code> => {
  const code = Code.fromInline('exports.handler = async () => ({})');
  return {
    startRun: code,
    planWave: code,
    probeDevice: code,
    reapSessions: code,
    reclaimSession: code,
    finishRun: code,
  };
};

const templates = new Map<string, Template>();

/** The template of the stack for a `netwalker.yaml` that was read already; made once for each. */
export function synthesise(config: object = {}): Template {
  const key = JSON.stringify(config);
  const known = templates.get(key);
  if (known) return known;
  const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false });
  const props = { settings: deploySettings(config), code: placeholderCode() };
  const template = Template.fromStack(new NetwalkerStack(app, 'netwalker', props));
  templates.set(key, template);
  return template;
}

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: readonly string[];
}

export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

export const resources = (template: Template): Record<string, Resource> =>
  (template.toJSON() as { Resources: Record<string, Resource> }).Resources;

/** All statements of the policies that are attached to the roles whose logical id begins so. */
export function statements(template: Template, role: string): Statement[] {
  return Object.values(resources(template))
    .filter(
      ({ Type, Properties }) =>
        Type === 'AWS::IAM::Policy' && JSON.stringify(Properties['Roles']).includes(role),
    )
    .flatMap(({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement);
}

export const actionsOf = (all: readonly Statement[]): string[] =>
  all.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action);
