import { Duration } from 'aws-cdk-lib';
import { Match, Rule, RuleTargetInput, EventField } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

export interface EndedExecutionsProps {
  readonly stateMachine: StateMachine;
  readonly finishRun: IFunction;
  readonly undelivered: IQueue;
}

/**
 * Ends the run of an execution that never reached a state that does: stopped by a person, or cut off by its time limit. Its
 * sessions are swept, its network is free for the next run, and nobody takes the run for one that goes on.
 */
export class EndedExecutions extends Construct {
  constructor(scope: Construct, id: string, { stateMachine, finishRun, undelivered }: EndedExecutionsProps) {
    super(scope, id);
    const target = new LambdaFunction(finishRun, {
      event: RuleTargetInput.fromObject({
        runId: EventField.fromPath('$.detail.name'),
        status: 'aborted',
        cause: `the execution ended as ${EventField.fromPath('$.detail.status')}: it was stopped, or cut off by its time limit`,
      }),
      retryAttempts: 4,
      maxEventAge: Duration.hours(1),
      deadLetterQueue: undelivered,
    });
    new Rule(this, 'Rule', {
      description: 'netwalker: end the run of an execution that was stopped',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          stateMachineArn: [stateMachine.stateMachineArn],
          status: Match.anyOf('ABORTED', 'TIMED_OUT'),
        },
      },
      targets: [target],
    });
  }
}
