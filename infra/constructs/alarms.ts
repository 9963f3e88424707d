import { ArnFormat, Aws, Duration, Stack } from 'aws-cdk-lib';
import { type Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { DiscoveryFunction } from './discovery-function.ts';
import { type DiscoveryMetrics, PERIOD } from './discovery-metrics.ts';
import type { DiscoveryWorkflow } from './discovery-workflow.ts';
import type { Schedules } from './schedules.ts';

export interface AlarmsProps {
  readonly metrics: DiscoveryMetrics;
  readonly probe: DiscoveryFunction;
  readonly reaper: DiscoveryFunction;
  readonly finishRun: DiscoveryFunction;
  readonly workflow: DiscoveryWorkflow;
  readonly schedules: Schedules;
  readonly email?: string | undefined;
  /** Logins refused in five minutes. */
  readonly authFailureThreshold: number;
  /** Hours without a completed run; without it no alarm watches for them. */
  readonly missedAfterHours?: number | undefined;
}

/**
 * What a person must know of: leaked sessions, runs that failed or did not happen, refused logins, throttled probes, a reaper that
 * does not run, runs that are not ended, schedules not delivered.
 */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const { metrics, workflow, probe, reaper, finishRun, schedules } = props;
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    this.allowAlarms();
    if (props.email !== undefined) this.topic.addSubscription(new EmailSubscription(props.email));
    const { stateMachine } = workflow;
    const sum = { period: PERIOD, statistic: 'Sum' };
    this.above('SessionsLeaked', metrics.sum('SessionsLeaked'), 0, 'a session outlived its invocation');
    this.above('RunFailed', stateMachine.metricFailed(sum), 0, 'a run failed or was aborted');
    this.above('RunTimedOut', stateMachine.metricTimedOut(sum), 0, 'a run was cut off by its time limit');
    this.above(
      'LoginsRefused',
      metrics.sum('LoginsRefused'),
      props.authFailureThreshold,
      'devices refuse the login: a rotation went wrong, or an account is about to be locked',
    );
    this.above('ProbesThrottled', probe.function.metricThrottles(sum), 0, 'Lambda refused probes');
    this.above('ReaperFailed', reaper.function.metricErrors(sum), 0, 'a sweep for leaked sessions failed');
    this.above('FinishRunFailed', finishRun.function.metricErrors(sum), 0, 'the end of a run failed');
    this.above(
      'Undelivered',
      schedules.undelivered.metricApproximateNumberOfMessagesVisible({
        period: PERIOD,
        statistic: 'Maximum',
      }),
      0,
      'a run or a sweep could not be started, or the run of a stopped execution not be ended',
    );
    if (props.missedAfterHours !== undefined) this.missed(workflow, props.missedAfterHours);
  }

  /** A topic with a policy of its own has lost the one that SNS gives it, under which alarms of the account may publish. */
  private allowAlarms(): void {
    const alarms = Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnLike: { 'aws:SourceArn': alarms },
        },
      }),
    );
  }

  private above(id: string, metric: Metric, threshold: number, description: string): Alarm {
    return this.told(
      metric.createAlarm(this, id, {
        alarmDescription: `netwalker: ${description} (docs/operations.md, "Alarms")`,
        threshold,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }),
    );
  }

  /** No run was completed for so long: here, no data is what is wrong. */
  private missed({ stateMachine }: DiscoveryWorkflow, hours: number): void {
    const completed = stateMachine.metricSucceeded({ period: Duration.hours(1), statistic: 'Sum' });
    this.told(
      completed.createAlarm(this, 'RunMissed', {
        alarmDescription: `netwalker: no run was completed for ${hours} h (docs/operations.md, "Alarms")`,
        threshold: 1,
        evaluationPeriods: hours,
        datapointsToAlarm: hours,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
      }),
    );
  }

  private told(alarm: Alarm): Alarm {
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}
