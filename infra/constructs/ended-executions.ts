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
  private readonly props: EndedExecutionsProps;

  constructor(scope: Construct, id: string, props: EndedExecutionsProps) {
    super(scope, id);
    this.props = props;
    // A state that fails in a way that no Catch sees (a payload over the limit) or whose FinishRun could not run: seldom, and the same.
    this.on(['ABORTED', 'TIMED_OUT'], 'aborted', 'it was stopped, or cut off by its time limit');
    this.on(['FAILED'], 'failed', 'see its history');
  }

  private on(ended: readonly string[], status: 'aborted' | 'failed', why: string): void {
    const { stateMachine, finishRun, undelivered } = this.props;
    const target = new LambdaFunction(finishRun, {
      event: RuleTargetInput.fromObject({
        runId: EventField.fromPath('$.detail.name'),
        status,
        cause: `the execution ended as ${EventField.fromPath('$.detail.status')}: ${why}`,
      }),
      retryAttempts: 4,
      maxEventAge: Duration.hours(1),
      deadLetterQueue: undelivered,
    });
    new Rule(this, `Rule${status === 'failed' ? 'Failed' : ''}`, {
      description: 'netwalker: end the run of an execution that was stopped',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          stateMachineArn: [stateMachine.stateMachineArn],
          status: Match.anyOf(...ended),
        },
      },
      targets: [target],
    });
  }
}
