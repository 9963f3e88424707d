import { everything } from './stack-settings.ts';
import { resources, synthesise } from './synthesise.ts';

interface AlarmMetric {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly { readonly Name: string }[];
}

/** CDK writes the metric of an alarm in one of two ways. */
function metricsOf(properties: Readonly<Record<string, unknown>>): AlarmMetric[] {
  const queries = properties['Metrics'] as { MetricStat: { Metric: AlarmMetric } }[] | undefined;
  return queries?.map(({ MetricStat }) => MetricStat.Metric) ?? [properties as unknown as AlarmMetric];
}

/** The metrics of alarms and dashboard: ours by namespace and name, those of AWS by their dimension. */
export function lookedAt(): { readonly ours: string[]; readonly awsDimensions: string[] } {
  const all = Object.values(resources(synthesise(everything)));
  const alarms = all
    .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
    .flatMap(({ Properties }) => metricsOf(Properties));
  const [dashboard] = all.filter(({ Type }) => Type === 'AWS::CloudWatch::Dashboard');
  const body = JSON.stringify(dashboard?.Properties['DashboardBody']).replaceAll('\\', '');
  const drawn = [...body.matchAll(/\["(netwalker\/\w+)","(\w+)"/g)].map(([, ns, name]) => `${ns} ${name}`);
  const searched = [...body.matchAll(/SEARCH\('\{(netwalker\/\w+),Class\} MetricName="(\w+)"'/g)];
  const aws = [...body.matchAll(/\["(AWS\/\w+)","\w+","(\w+)"/g)].map(([, ns, name]) => `${ns} ${name}`);
  const isOurs = ({ Namespace }: AlarmMetric) => Namespace.startsWith('netwalker/');
  return {
    ours: [
      ...alarms.filter(isOurs).map(({ Namespace, MetricName }) => `${Namespace} ${MetricName}`),
      ...drawn,
      ...searched.map(([, ns, name]) => `${ns} ${name}`),
    ],
    awsDimensions: [
      ...alarms
        .filter((alarm) => !isOurs(alarm))
        .flatMap(({ Namespace, Dimensions = [] }) => Dimensions.map(({ Name }) => `${Namespace} ${Name}`)),
      ...aws,
    ],
  };
}
