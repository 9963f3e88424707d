import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { DiscoveryFunction } from './discovery-function.ts';
import type { DiscoveryWorkflow } from './discovery-workflow.ts';
import type { Schedules } from './schedules.ts';

export interface AlarmsProps {
  readonly probe: DiscoveryFunction;
  /** Those that flag sessions: the reaper, and the end of a run. */
  readonly sweepers: readonly DiscoveryFunction[];
  readonly workflow: DiscoveryWorkflow;
  readonly schedules: Schedules;
  readonly email?: string | undefined;
}

const PERIOD = Duration.minutes(5);

/** What a person must know of: leaked sessions, runs that failed, probes that were throttled, schedules not delivered. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    if (props.email !== undefined) this.topic.addSubscription(new EmailSubscription(props.email));
    const { stateMachine } = props.workflow;
    const sum = { period: PERIOD, statistic: 'Sum' };
    this.when('SessionsLeaked', leakedSessions(this, props.sweepers), 'a session outlived its invocation');
    this.when('RunFailed', stateMachine.metricFailed(sum), 'a run failed or was aborted');
    this.when('RunTimedOut', stateMachine.metricTimedOut(sum), 'a run was cut off by its time limit');
    this.when('ProbesThrottled', props.probe.function.metricThrottles(sum), 'Lambda refused probes');
    this.when(
      'ScheduleUndelivered',
      props.schedules.undelivered.metricApproximateNumberOfMessagesVisible({
        period: PERIOD,
        statistic: 'Maximum',
      }),
      'the scheduler could not start a run or a sweep',
    );
  }

  private when(id: string, metric: IMetric, description: string): Alarm {
    const alarm = (metric as Metric).createAlarm(this, id, {
      alarmDescription: `netwalker: ${description} (docs/operations.md, "Alarms")`,
      threshold: 0,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}

/** Counted from the functions' logs: one line for each session that they flag. */
function leakedSessions(scope: Construct, sweepers: readonly DiscoveryFunction[]): Metric {
  const metricNamespace = `netwalker/${scope.node.addr.slice(0, 8)}`;
  const metricName = 'SessionsLeaked';
  sweepers.forEach(({ logGroup }, index) => {
    new MetricFilter(scope, `Leaked${index}`, {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.message', '=', 'session-leaked'),
      metricNamespace,
      metricName,
    });
  });
  return new Metric({ namespace: metricNamespace, metricName, period: PERIOD, statistic: 'Sum' });
}
