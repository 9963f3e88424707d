import { Duration } from 'aws-cdk-lib';
import { Metric, Unit } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, type JsonPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DiscoveryFunction } from './discovery-function.ts';

export interface DiscoveryMetricsProps {
  readonly probe: DiscoveryFunction;
  /** Those that flag sessions: the reaper first, and the end of a run. */
  readonly sweepers: readonly DiscoveryFunction[];
}

export const PERIOD = Duration.minutes(5);

const is = (field: string, value: string) => FilterPattern.stringValue(`$.${field}`, '=', value);

/**
 * Metrics from the functions' log lines, one JSON line for each event: what the code logs anyway is counted, and no probe
 * waits for CloudWatch.
 */
export class DiscoveryMetrics extends Construct {
  private readonly namespace: string;

  constructor(scope: Construct, id: string, { probe, sweepers }: DiscoveryMetricsProps) {
    super(scope, id);
    this.namespace = `netwalker/${this.node.addr.slice(0, 8)}`;
    const { logGroup } = probe;
    const outcome = (kind: string) =>
      FilterPattern.all(is('message', 'probe-finished'), is('event.outcome.kind', kind));
    this.count('DevicesVisited', logGroup, outcome('visited'));
    this.count('ProbesFailed', logGroup, outcome('failed'));
    this.count('FailuresByClass', logGroup, outcome('failed'), { Class: '$.event.outcome.class' });
    this.count(
      'LoginsRefused',
      logGroup,
      // After a few refusals logins of an account pause: the devices that are then not tried tell how bad it is.
      FilterPattern.all(
        outcome('failed'),
        FilterPattern.any(is('event.outcome.class', 'auth-failed'), is('event.outcome.class', 'auth-paused')),
      ),
    );
    this.count('SessionsOpened', logGroup, is('message', 'session-opened'));
    this.count('SessionsClosed', logGroup, is('message', 'session-closed'));
    this.count(
      'SessionsUnconfirmed',
      logGroup,
      FilterPattern.all(is('message', 'session-closed'), is('event.report.proof', 'unconfirmed')),
    );
    this.measure('CloseDuration', logGroup, is('message', 'session-closed'), '$.event.report.closeMs');
    this.measure('ProbeDuration', logGroup, is('message', 'probe-finished'), '$.event.durationMs');
    const [reaper] = sweepers;
    if (reaper)
      this.measure('WaveDuration', reaper.logGroup, is('message', 'wave-finished'), '$.event.durationMs');
    sweepers.forEach((sweeper, index) => {
      this.count('SessionsLeaked', sweeper.logGroup, is('message', 'session-leaked'), undefined, `${index}`);
    });
  }

  /** Events in five minutes. */
  sum(name: string): Metric {
    return this.metric(name, 'Sum');
  }

  /** A statistic of a duration in milliseconds: `p50`, `p95`, `Maximum`. */
  duration(name: string, statistic: string): Metric {
    return this.metric(name, statistic);
  }

  /** Failed probes, a line for each class that occurred. */
  failuresByClass(): string {
    return `SEARCH('{${this.namespace},Class} MetricName="FailuresByClass"', 'Sum', ${PERIOD.toSeconds()})`;
  }

  private metric(metricName: string, statistic: string): Metric {
    return new Metric({
      namespace: this.namespace,
      metricName,
      statistic,
      period: PERIOD,
      label: metricName,
    });
  }

  private count(
    metricName: string,
    logGroup: ILogGroup,
    filterPattern: JsonPattern,
    dimensions?: Readonly<Record<string, string>>,
    suffix = '',
  ): void {
    new MetricFilter(this, `${metricName}${suffix}`, {
      logGroup,
      filterPattern,
      metricNamespace: this.namespace,
      metricName,
      ...(dimensions === undefined ? {} : { dimensions: { ...dimensions } }),
    });
  }

  private measure(
    metricName: string,
    logGroup: ILogGroup,
    filterPattern: JsonPattern,
    metricValue: string,
  ): void {
    new MetricFilter(this, metricName, {
      logGroup,
      filterPattern,
      metricNamespace: this.namespace,
      metricName,
      metricValue,
      unit: Unit.MILLISECONDS,
    });
  }
}
