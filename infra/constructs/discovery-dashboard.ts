import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, MathExpression, SingleValueWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { DiscoveryFunction } from './discovery-function.ts';
import type { DiscoveryMetrics } from './discovery-metrics.ts';
import type { DiscoveryWorkflow } from './discovery-workflow.ts';

export interface DiscoveryDashboardProps {
  readonly metrics: DiscoveryMetrics;
  readonly workflow: DiscoveryWorkflow;
  readonly probe: DiscoveryFunction;
}

const HALF = 12;

/** One page: did the runs go through, what failed and why, were all sessions closed, and how fast. */
export class DiscoveryDashboard extends Construct {
  readonly dashboard: Dashboard;

  constructor(scope: Construct, id: string, { metrics, workflow, probe }: DiscoveryDashboardProps) {
    super(scope, id);
    this.dashboard = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(1) });
    const { stateMachine } = workflow;
    this.dashboard.addWidgets(
      new SingleValueWidget({
        title: 'Sessions',
        width: 2 * HALF,
        setPeriodToTimeRange: true,
        metrics: ['SessionsOpened', 'SessionsClosed', 'SessionsUnconfirmed', 'SessionsLeaked'].map((name) =>
          metrics.sum(name),
        ),
      }),
      graph('Runs', [
        stateMachine.metricStarted(),
        stateMachine.metricSucceeded(),
        stateMachine.metricFailed(),
        stateMachine.metricAborted(),
        stateMachine.metricTimedOut(),
      ]),
      graph('Duration of a run', [stateMachine.metricTime({ statistic: 'Maximum' })]),
      graph('Devices', [metrics.sum('DevicesVisited'), metrics.sum('ProbesFailed')]),
      graph('Failures by class', [
        new MathExpression({ expression: metrics.failuresByClass(), usingMetrics: {}, label: '' }),
      ]),
      graph('Duration of a probe', percentiles(metrics, 'ProbeDuration')),
      graph('Duration of a wave', percentiles(metrics, 'WaveDuration')),
      graph('Duration of a close', percentiles(metrics, 'CloseDuration')),
      graph('Probes at once, and refused', [
        probe.function.metric('ConcurrentExecutions', { statistic: 'Maximum' }),
        probe.function.metricThrottles(),
      ]),
      graph('Errors of probes', [probe.function.metricErrors()]),
    );
  }
}

const graph = (title: string, left: ConstructorParameters<typeof GraphWidget>[0]['left']): GraphWidget =>
  new GraphWidget({ title, width: HALF, left: left ?? [] });

const percentiles = (metrics: DiscoveryMetrics, name: string) =>
  ['p50', 'p95', 'Maximum'].map((statistic) => metrics.duration(name, statistic).with({ label: statistic }));
