import aslValidator from 'asl-validator';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DefinitionBody, DistributedMap, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { describe, expect, it } from 'vitest';
import { workflowText } from '../../shared/workflow/load.ts';
import { actionsOf, resources, type Statement, statements, synthesise } from './synthesise.ts';

const template = synthesise();
const all = resources(template);
const machine = Object.values(all).find(({ Type }) => Type === 'AWS::StepFunctions::StateMachine');

describe('the deployed workflow', () => {
  it('is the text that the embedded engine runs, with the functions filled in by CloudFormation', () => {
    expect(machine?.Properties['DefinitionString']).toBe(workflowText());
    const substitutions = machine?.Properties['DefinitionSubstitutions'] as Record<string, unknown>;
    const targets = Object.values(substitutions).map((value) => functionOf(value)?.Type);
    expect(targets).toEqual(Array(6).fill('AWS::Lambda::Function'));
  });

  it('is Amazon States Language without a fault or a leftover token as it deploys', () => {
    const substitutions = machine?.Properties['DefinitionSubstitutions'] as Record<string, unknown>;
    const text = workflowText().replaceAll(/\$\{(\w+)\}/g, (_, name: string) => arnOf(substitutions[name]));
    expect(text).not.toMatch(/Fn::|"Ref"|\$\{|Token/);
    const { isValid, errorsText } = aslValidator(JSON.parse(text) as object, {
      checkArn: true,
      checkPaths: true,
    });
    expect(errorsText('\n')).toBe('');
    expect(isValid).toBe(true);
  });

  it('waits longer in each state than the function that it calls may run', () => {
    const substitutions = machine?.Properties['DefinitionSubstitutions'] as Record<string, unknown>;
    const longest = synthesise({ limits: { probeTimeout: 30 } });
    for (const [placeholder, seconds] of tasks(JSON.parse(workflowText()) as States)) {
      const id = logicalId(substitutions[placeholder]);
      expect(resources(longest)[id]?.Properties['Timeout'], placeholder).toBeLessThan(seconds);
    }
  });

  it('logs everything but the data, and is traced', () => {
    expect(machine?.Properties).toMatchObject({
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
      TracingConfiguration: { Enabled: true },
    });
  });

  it('may call the six functions, unqualified, and nothing else of ours', () => {
    const invoke = granted(statements(template, 'WorkflowStateMachineRole'), 'lambda:InvokeFunction');
    expect(invoke.map((resource) => functionOf(resource)?.Type)).toEqual(
      Array(6).fill('AWS::Lambda::Function'),
    );
  });

  it('has the grants that CDK gives to its own distributed Map', () => {
    const mapActions = (from: Template, role: string) =>
      statements(from, role)
        .filter((statement) => actionsOf([statement]).some((action) => action.startsWith('states:')))
        .flatMap((statement) => actionsOf([statement]).map((action) => [action, shape(statement.Resource)]))
        .sort();
    expect(mapActions(template, 'WorkflowStateMachineRole')).toEqual(mapActions(scratch(), 'ScratchRole'));
  });
});

/** A stack with CDK's own Map, labelled as ours is. */
function scratch(): Template {
  const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'scratch');
  const map = new DistributedMap(stack, 'Map', { label: 'ProbeWave' }).itemProcessor(new Pass(stack, 'Pass'));
  new StateMachine(stack, 'Scratch', { definitionBody: DefinitionBody.fromChainable(map) });
  return Template.fromStack(stack);
}

/** A resource with the state machine's logical id and name taken out: CDK cuts the name out of the ARN, we ask for it. */
const shape = (resource: unknown): string =>
  JSON.stringify(resource)
    .replaceAll(/\w*(StateMachine|Scratch)[0-9A-F]{8}/g, 'MACHINE')
    .replaceAll('{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"MACHINE"}]}]}', 'NAME')
    .replaceAll('{"Fn::GetAtt":["MACHINE","Name"]}', 'NAME');

interface States {
  readonly States: Record<string, Task>;
}
interface Task {
  readonly Type: string;
  readonly TimeoutSeconds?: number;
  readonly Parameters?: { readonly FunctionName: string };
  readonly ItemProcessor?: States;
}

function tasks({ States: states }: States): [string, number][] {
  return Object.values(states).flatMap((state) => [
    ...(state.Type === 'Task'
      ? [[state.Parameters?.FunctionName.slice(2, -1) ?? '', state.TimeoutSeconds ?? 0] as [string, number]]
      : []),
    ...(state.ItemProcessor ? tasks(state.ItemProcessor) : []),
  ]);
}

const logicalId = (getAtt: unknown): string =>
  (getAtt as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'][0];
const functionOf = (getAtt: unknown) => all[logicalId(getAtt)];
const arnOf = (getAtt: unknown): string =>
  `arn:aws:lambda:eu-central-1:111122223333:function:${logicalId(getAtt)}`;

const granted = (from: readonly Statement[], action: string): unknown[] =>
  from.filter((statement) => actionsOf([statement]).includes(action)).flatMap(({ Resource }) => Resource);
