import { describe, expect, it } from 'vitest';
import { actionsOf, resources, statements, synthesise } from './synthesise.ts';
import { everything } from './stack-settings.ts';

const schedules = (config?: object) =>
  Object.values(resources(synthesise(config)))
    .filter(({ Type }) => Type === 'AWS::Scheduler::Schedule')
    .map(({ Properties }) => Properties);

const ofTypeById = (type: string) =>
  Object.fromEntries(
    Object.entries(resources(synthesise(everything))).filter(([, { Type }]) => Type === type),
  );
const ofType = (type: string) => Object.values(ofTypeById(type));

describe('the schedules', () => {
  it('sweep every minute, and start no run that nobody asked for', () => {
    expect(schedules()).toHaveLength(1);
    expect(schedules()[0]).toMatchObject({ ScheduleExpression: 'rate(1 minute)' });
  });

  it('start runs when the settings say so, and keep what could not be delivered', () => {
    const [runs] = schedules(everything).filter(({ ScheduleExpression: text }) => text !== 'rate(1 minute)');
    expect(runs).toMatchObject({
      ScheduleExpression: 'cron(0 3 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Vienna',
      FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 },
      GroupName: expect.stringContaining('Schedules-Group') as string,
      Target: { Input: '{}', RetryPolicy: { MaximumRetryAttempts: 3 } },
    });
    for (const schedule of schedules(everything))
      expect(schedule['Target']).toHaveProperty('DeadLetterConfig');
  });
});

it('a schedule waits for its group, and for the policy of its role: its first start is not refused', () => {
  const groups = Object.keys(ofTypeById('AWS::Scheduler::ScheduleGroup'));
  expect(groups).toHaveLength(1);
  const roles = Object.values(ofTypeById('AWS::Scheduler::Schedule')).map((schedule) => {
    const { RoleArn } = schedule.Properties['Target'] as { RoleArn: { 'Fn::GetAtt': [string, string] } };
    const [role] = RoleArn['Fn::GetAtt'];
    const policies = Object.entries(ofTypeById('AWS::IAM::Policy')).filter(([, { Properties }]) =>
      (Properties['Roles'] as { Ref: string }[]).some(({ Ref }) => Ref === role),
    );
    expect(policies).toHaveLength(1);
    expect(schedule.DependsOn).toEqual(expect.arrayContaining([...groups, ...policies.map(([id]) => id)]));
    return role;
  });
  expect(new Set(roles).size).toBe(2);
});

describe('the alarms', () => {
  const alarms = (config?: object) =>
    Object.values(resources(synthesise(config)))
      .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
      .map(({ Properties }) => Properties);
  const about = (text: string) =>
    alarms(everything).find(({ AlarmDescription }) => String(AlarmDescription).includes(text));

  it('tell the topic of every cause, and are quiet without data', () => {
    expect(alarms()).toHaveLength(8);
    for (const alarm of alarms()) {
      expect(alarm['AlarmActions']).toHaveLength(1);
      expect(alarm).toMatchObject({ TreatMissingData: 'notBreaching' });
    }
    expect(ofType('AWS::SNS::Subscription')[0]?.Properties).toMatchObject({ Endpoint: 'noc@example.net' });
  });

  it('may publish to their topic, which takes nothing without TLS: those of this account and no other', () => {
    const [policy] = ofType('AWS::SNS::TopicPolicy');
    const { Statement } = policy?.Properties['PolicyDocument'] as { Statement: unknown[] };
    const [topic] = Object.entries(resources(synthesise(everything))).find(
      ([, { Type }]) => Type === 'AWS::SNS::Topic',
    ) ?? [''];
    const allowed = Statement.filter((each) => (each as { Effect: string }).Effect === 'Allow');
    expect(allowed).toMatchObject([
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: { Ref: topic },
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          ArnLike: {
            'aws:SourceArn': {
              'Fn::Join': [
                '',
                [
                  'arn:',
                  { Ref: 'AWS::Partition' },
                  ':cloudwatch:',
                  { Ref: 'AWS::Region' },
                  ':',
                  { Ref: 'AWS::AccountId' },
                  ':alarm:*',
                ],
              ],
            },
          },
        },
      },
    ]);
    expect(Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  });

  it('miss a scheduled run that was not completed, for want of data as well', () => {
    expect(alarms(everything)).toHaveLength(9);
    expect(about('no run was completed')).toMatchObject({
      MetricName: 'ExecutionsSucceeded',
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      Period: 3600,
      EvaluationPeriods: 26,
      DatapointsToAlarm: 26,
      TreatMissingData: 'breaching',
    });
  });

  it('look back as long as the schedule needs, or not at all where the settings say so', () => {
    const missed = (deploy: object) =>
      alarms({ seeds: ['10.0.0.1'], deploy }).filter(
        ({ MetricName }) => MetricName === 'ExecutionsSucceeded',
      );
    expect(missed({ schedule: 'rate(3 days)' })).toMatchObject([{ Period: 3600, EvaluationPeriods: 73 }]);
    expect(missed({ schedule: 'rate(7 days)', missedAfterHours: false })).toEqual([]);
  });

  it('ring at the first leak, and at more refused logins than the settings allow', () => {
    expect(about('outlived its invocation')).toMatchObject({ Threshold: 0 });
    expect(about('refuse the login')).toMatchObject({ Threshold: 4 });
  });

  it('count a leaked session wherever a session is flagged', () => {
    const leaked = ofType('AWS::Logs::MetricFilter').filter(({ Properties }) =>
      JSON.stringify(Properties['MetricTransformations']).includes('SessionsLeaked'),
    );
    expect(leaked.map(({ Properties }) => Properties['FilterPattern'])).toEqual(
      Array(2).fill('{ $.message = "session-leaked" }'),
    );
  });

  it('expire every log', () => {
    const retentions = ofType('AWS::Logs::LogGroup').map(({ Properties }) => Properties['RetentionInDays']);
    expect(retentions).toEqual(Array(retentions.length).fill(30));
  });
});

describe('the dashboard', () => {
  it('shows runs, probes, failures by class, sessions and how long a close takes', () => {
    const [dashboard] = ofType('AWS::CloudWatch::Dashboard');
    const body = JSON.stringify(dashboard?.Properties['DashboardBody']);
    for (const metric of [
      'ExecutionsStarted',
      'ExecutionTime',
      'DevicesVisited',
      'FailuresByClass',
      'SessionsOpened',
      'SessionsClosed',
      'SessionsUnconfirmed',
      'SessionsLeaked',
      'CloseDuration',
      'ProbeDuration',
      'WaveDuration',
      'Throttles',
    ]) {
      expect(body, metric).toContain(metric);
    }
  });

  it('draws only metrics that somebody writes', () => {
    const written = ofType('AWS::Logs::MetricFilter').flatMap(({ Properties }) =>
      (Properties['MetricTransformations'] as { MetricName: string }[]).map(({ MetricName }) => MetricName),
    );
    const [dashboard] = ofType('AWS::CloudWatch::Dashboard');
    const body = JSON.stringify(dashboard?.Properties['DashboardBody']).replaceAll('\\', '');
    const drawn = [...body.matchAll(/"netwalker\/\w+","(\w+)"/g)].map(([, name]) => name);
    expect(drawn.length).toBeGreaterThan(8);
    expect(drawn.filter((name) => !written.includes(name ?? ''))).toEqual([]);
  });
});

describe('an execution that is stopped', () => {
  it('has its run ended, and its network freed', () => {
    const rules = ofType('AWS::Events::Rule').map(({ Properties }) => Properties);
    expect(rules).toHaveLength(2);
    const [rule, failed] = rules;
    expect(failed).toMatchObject({
      EventPattern: { detail: { status: ['FAILED'] } },
      Targets: [
        { InputTransformer: { InputTemplate: expect.stringContaining('"status":"failed"') as string } },
      ],
    });
    expect(rule).toMatchObject({
      EventPattern: {
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: { status: ['ABORTED', 'TIMED_OUT'] },
      },
      Targets: [
        {
          InputTransformer: {
            InputPathsMap: { 'detail-name': '$.detail.name' },
            InputTemplate: expect.stringContaining('"runId":<detail-name>,"status":"aborted"') as string,
          },
          DeadLetterConfig: {},
        },
      ],
    });
  });
});

describe('the end of a run', () => {
  const [id = ''] =
    Object.entries(resources(synthesise(everything))).find(
      ([logicalId, { Type }]) =>
        Type === 'AWS::Lambda::Function' && logicalId.startsWith('DiscoveryFinishRun'),
    ) ?? [];

  it('is kept in the queue where it fails for good, as a rule does not wait for its answer', () => {
    const queue = { 'Fn::GetAtt': [Object.keys(ofTypeById('AWS::SQS::Queue'))[0], 'Arn'] };
    expect(ofType('AWS::Lambda::EventInvokeConfig').map(({ Properties }) => Properties)).toEqual([
      {
        FunctionName: { Ref: id },
        Qualifier: '$LATEST',
        DestinationConfig: { OnFailure: { Destination: queue } },
        MaximumRetryAttempts: 2,
        MaximumEventAgeInSeconds: 3600,
      },
    ]);
    const sends = statements(synthesise(everything), 'DiscoveryFinishRunRole').filter((statement) =>
      actionsOf([statement]).includes('sqs:SendMessage'),
    );
    expect(sends).toEqual([{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queue }]);
  });

  it('rings an alarm when it fails', () => {
    const watched = ofType('AWS::CloudWatch::Alarm').filter(
      ({ Properties }) =>
        Properties['MetricName'] === 'Errors' && JSON.stringify(Properties['Dimensions']).includes(id),
    );
    expect(watched).toHaveLength(1);
  });
});

describe('events', () => {
  it('are sent by those that end runs and flag sessions, to the bus that is named and no other', () => {
    const named = synthesise({
      deploy: { eventBus: 'arn:aws:events:eu-central-1:111122223333:event-bus/ops' },
    });
    const senders = Object.values(resources(named)).filter(
      ({ Type, Properties }) =>
        Type === 'AWS::IAM::Policy' && JSON.stringify(Properties).includes('events:PutEvents'),
    );
    expect(senders).toHaveLength(2);
    for (const { Properties } of senders) {
      const { Statement } = Properties['PolicyDocument'] as {
        Statement: { Action: string; Resource: unknown }[];
      };
      expect(Statement.filter(({ Action }) => Action === 'events:PutEvents')).toMatchObject([
        { Resource: 'arn:aws:events:eu-central-1:111122223333:event-bus/ops' },
      ]);
    }
  });
});
