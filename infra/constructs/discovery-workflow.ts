import { ArnFormat, type CfnElement, RemovalPolicy, Stack, Token, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { ASL_PLACEHOLDERS, type FunctionName } from '../../shared/names.ts';
import { workflowText } from '../../shared/workflow/load.ts';

export interface DiscoveryWorkflowProps {
  readonly functions: Readonly<Record<FunctionName, IFunction>>;
  readonly logRetention: RetentionDays;
}

/** `Label` of the Map in the workflow text: its runs carry it in their ARN. */
const MAP_LABEL = 'ProbeWave';

/**
 * The state machine, from the text that the embedded engine runs too. CDK grants nothing for a text, so the grants are
 * written out here: to invoke the functions, and what a distributed Map does with its own state machine (a test
 * holds these against what CDK generates for its own Map construct).
 */
export class DiscoveryWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { functions, logRetention }: DiscoveryWorkflowProps) {
    super(scope, id);
    const names = Object.keys(ASL_PLACEHOLDERS) as FunctionName[];
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromString(workflowText()),
      definitionSubstitutions: Object.fromEntries(
        names.map((name) => [ASL_PLACEHOLDERS[name], functions[name].functionArn]),
      ),
      tracingEnabled: true,
      // Without execution data: inputs and outputs hold addresses, and the table has them already.
      logs: { destination: this.logs(logRetention), level: LogLevel.ALL, includeExecutionData: false },
    });
    this.stateMachine.addToRolePolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: names.map((name) => functions[name].functionArn),
      }),
    );
    Validations.of(this.stateMachine).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'X-Ray and the vended-log delivery actions of CloudWatch Logs have no resource-level permissions (service authorization reference).',
    });
    this.allowDistributedMap();
  }

  private logs(retention: RetentionDays): LogGroup {
    return new LogGroup(this, 'Logs', {
      // Names below /aws/vendedlogs do not count against the size of the account's log resource policy.
      // A stack may hold two of these: the name of the stack alone is not enough.
      logGroupName: `/aws/vendedlogs/states/${Stack.of(this).stackName}-${this.node.addr.slice(-8)}`,
      retention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  private allowDistributedMap(): void {
    const { stateMachineArn, stateMachineName } = this.stateMachine;
    const execution = (resourceName: string): string =>
      Stack.of(this).formatArn({
        service: 'states',
        resource: 'execution',
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        resourceName,
      });
    const policy = new Policy(this, 'DistributedMapPolicy', {
      statements: [
        new PolicyStatement({ actions: ['states:StartExecution'], resources: [stateMachineArn] }),
        new PolicyStatement({
          actions: ['states:DescribeExecution', 'states:StopExecution'],
          resources: [execution(`${stateMachineName}:*`)],
        }),
        new PolicyStatement({
          actions: ['states:RedriveExecution'],
          resources: [execution(`${stateMachineName}/${MAP_LABEL}:*`)],
        }),
      ],
    });
    policy.attachToRole(this.stateMachine.role);
    const name = Stack.of(this).resolve(
      Stack.of(this).getLogicalId(this.stateMachine.node.defaultChild as CfnElement),
    ) as string;
    for (const suffix of [':*', `/${MAP_LABEL}:*`]) {
      Validations.of(policy).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${nagArn(Stack.of(this), `execution:<${name}.Name>${suffix}`)}]`,
        reason:
          'The Map watches and stops its own executions, whose names AWS makes up: the wildcard stands for them, behind the name of this state machine.',
      });
    }
  }
}

/** How cdk-nag writes an ARN of the stack in the id of a finding. */
function nagArn({ region, account }: Stack, resource: string): string {
  const place = Token.isUnresolved(region) ? '<AWS::Region>' : region;
  const owner = Token.isUnresolved(account) ? '<AWS::AccountId>' : account;
  return `arn:<AWS::Partition>:states:${place}:${owner}:${resource}`;
}
