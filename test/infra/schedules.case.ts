import { describe, expect, it } from 'vitest';
import { resources, synthesise } from './synthesise.ts';
import { everything } from './stack-settings.ts';

const schedules = (config?: object) =>
  Object.values(resources(synthesise(config)))
    .filter(({ Type }) => Type === 'AWS::Scheduler::Schedule')
    .map(({ Properties }) => Properties);

const ofType = (type: string) =>
  Object.values(resources(synthesise(everything))).filter(({ Type }) => Type === type);

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
      Target: { Input: '{}', RetryPolicy: { MaximumRetryAttempts: 3 } },
    });
    for (const schedule of schedules(everything))
      expect(schedule['Target']).toHaveProperty('DeadLetterConfig');
  });
});

describe('the alarms', () => {
  it('tell the topic of every cause, and are quiet without data', () => {
    const alarms = ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
    expect(alarms).toHaveLength(5);
    for (const alarm of alarms) {
      expect(alarm['AlarmActions']).toHaveLength(1);
      expect(alarm).toMatchObject({ TreatMissingData: 'notBreaching', Threshold: 0 });
    }
    expect(ofType('AWS::SNS::Subscription')[0]?.Properties).toMatchObject({ Endpoint: 'noc@example.net' });
  });

  it('count a leaked session wherever a session is flagged', () => {
    const filters = ofType('AWS::Logs::MetricFilter').map(({ Properties }) => Properties['FilterPattern']);
    expect(filters).toEqual(Array(2).fill('{ $.message = "session-leaked" }'));
  });

  it('expire every log', () => {
    const retentions = ofType('AWS::Logs::LogGroup').map(({ Properties }) => Properties['RetentionInDays']);
    expect(retentions).toEqual(Array(retentions.length).fill(30));
  });
});
