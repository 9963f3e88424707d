import { Duration } from 'aws-cdk-lib';
import { Match, Rule, RuleTargetInput, EventField } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { DiscoveryFunction } from './discovery-function.ts';

export interface EndedExecutionsProps {
  readonly stateMachine: StateMachine;
  readonly finishRun: DiscoveryFunction;
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
    this.keepWhatFails();
    // A state that fails in a way that no Catch sees (a payload over the limit) or whose FinishRun could not run: seldom, and the same.
    this.on(['ABORTED', 'TIMED_OUT'], 'aborted', 'it was stopped, or cut off by its time limit');
    this.on(['FAILED'], 'failed', 'see its history');
  }

  /** A rule invokes asynchronously, and its own queue is for what it could not hand over: what the function then fails at is Lambda's. */
  private keepWhatFails(): void {
    const { finishRun, undelivered } = this.props;
    // Only this one action: CDK's own destination would allow reading the queue's attributes as well.
    finishRun.may(['sqs:SendMessage'], [undelivered.queueArn]);
    finishRun.function.configureAsyncInvoke({
      onFailure: { bind: () => ({ destination: undelivered.queueArn }) },
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
    });
  }

  private on(ended: readonly string[], status: 'aborted' | 'failed', why: string): void {
    const { stateMachine, finishRun, undelivered } = this.props;
    const target = new LambdaFunction(finishRun.function, {
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
