import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chosenConfig, deploySettings } from '../../infra/deploy-settings.ts';
import { environmentText } from '../../infra/environment-text.ts';
import { hoursUntilMissed } from '../../infra/hours-until-missed.ts';
import { everything } from './stack-settings.ts';

describe('the config file of a deployment', () => {
  it('is the one that is named, else netwalker.yaml where it is run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'netwalker-config-'));
    try {
      expect(chosenConfig(undefined, undefined, folder)).toBeUndefined();
      writeFileSync(join(folder, 'netwalker.yaml'), 'network: here\n');
      expect(chosenConfig(undefined, '', folder)).toBe(join(folder, 'netwalker.yaml'));
      expect(chosenConfig(undefined, 'variable.yaml', folder)).toBe('variable.yaml');
      expect(chosenConfig('context.yaml', 'variable.yaml', folder)).toBe('context.yaml');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('deploySettings', () => {
  it('refuses a word that it does not know, in both parts', () => {
    expect(() => deploySettings({ deploy: { shedule: 'rate(1 day)' } })).toThrow(
      /deploy in the settings.*shedule/s,
    );
    expect(() => deploySettings({ concurency: 5 })).toThrow(/concurency/);
  });

  it('refuses a schedule without a seed to start from', () => {
    expect(() => deploySettings({ deploy: { schedule: 'rate(1 day)' } })).toThrow(
      'the settings has a schedule and no seeds: name at least one seed to start from',
    );
  });

  it('refuses IPv6 where the stack makes the VPC', () => {
    const scope = ['10.0.0.0/8', '2001:db8::/32'];
    expect(() => deploySettings({ scope })).toThrow(
      'the settings has 2001:db8::/32 in scope, and the VPC that the stack makes has no IPv6: name one whose subnets have, as deploy.vpc',
    );
    expect(deploySettings({ scope, deploy: { vpc: everything.deploy.vpc } }).run.scope).toEqual(scope);
  });

  it.each(['daily', 'rate(1 day', 'rate(1 day) or so', 'rate(daily)', 'cron(0 3 * * ?)'])(
    'refuses the schedule %j',
    (schedule) => {
      expect(() => deploySettings({ seeds: ['10.0.0.1'], deploy: { schedule } })).toThrow(/rate\(\.\.\.\)/);
    },
  );

  it('stays within private addresses without a file, and starts nothing by itself', () => {
    const { run, deploy } = deploySettings();
    expect(run).toMatchObject({
      network: 'default',
      scope: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
    });
    expect(run.seeds).toBeUndefined();
    expect(deploy).toMatchObject({
      stackName: 'netwalker',
      secrets: [{ secret: 'netwalker/ssh' }],
      logRetentionDays: 30,
    });
    expect(deploy.schedule).toBeUndefined();
  });

  it('maps the limits of the file to the settings of a run', () => {
    expect(deploySettings(everything).run).toMatchObject({
      concurrency: 80,
      probeTimeoutSeconds: 25,
      maxDepth: 9,
      port: 2222,
    });
  });
});

describe('a run counts as missed', () => {
  const scheduled = (schedule: string, missedAfterHours?: number | false) =>
    hoursUntilMissed(
      deploySettings({
        seeds: ['10.0.0.1'],
        deploy: { schedule, ...(missedAfterHours === undefined ? {} : { missedAfterHours }) },
      }).deploy,
    );

  it.each([
    ['rate(5 minutes)', 2],
    ['rate(90 minutes)', 3],
    ['rate(1 day)', 25],
    ['rate(6 days)', 145],
    ['rate(167 hours)', 168],
    ['cron(0 3 * * ? *)', 26],
    ['cron(0 0/6 ? * * *)', 26],
  ])('an hour after the next one of %s was due', (schedule, hours) => {
    expect(scheduled(schedule)).toBe(hours);
  });

  it('when the settings say so, or never', () => {
    expect(scheduled('rate(1 day)', 48)).toBe(48);
    expect(scheduled('cron(0 3 ? * MON-FRI *)', 73)).toBe(73);
    expect(scheduled('rate(7 days)', false)).toBeUndefined();
    expect(hoursUntilMissed({ missedAfterHours: 30 })).toBeUndefined();
  });

  it.each(['cron(0 3 ? * MON-FRI *)', 'cron(0 3 1/2 * ? *)', 'cron(0 3 1,15 * ? *)', 'cron(0 3 * * ? 2031)'])(
    'after hours that only a person can tell, for %s',
    (schedule) => {
      expect(() => scheduled(schedule)).toThrow(
        `the settings: deploy.schedule ${schedule} does not run on every day: set deploy.missedAfterHours to more hours than ever lie between two runs (up to 168), or to false`,
      );
    },
  );

  it.each([
    'rate(7 days)',
    'rate(168 hours)',
    'cron(0 3 ? * MON *)',
    'cron(0 3 ? * 2#1 *)',
    'cron(0 3 1 * ? *)',
    'cron(0 3 L * ? *)',
    'cron(0 3 * 1-6 ? *)',
  ])('too late for an alarm of CloudWatch to see it, for %s', (schedule) => {
    for (const hours of [undefined, 168])
      expect(() => scheduled(schedule, hours)).toThrow(
        /looks back over 168 hours.*Set deploy.missedAfterHours to false/,
      );
    expect(scheduled(schedule, false)).toBeUndefined();
  });

  it('never between two runs that are on time', () => {
    expect(() => scheduled('rate(2 days)', 48)).toThrow(
      'deploy.missedAfterHours 48 is not more than what lies between two runs of rate(2 days)',
    );
  });
});

describe('environmentText', () => {
  it('refuses what Lambda would refuse only at deployment', () => {
    const scope = Array.from({ length: 400 }, (_, index) => `10.${index % 256}.0.0/16`);
    expect(() => environmentText('NETWALKER_SETTINGS', { scope })).toThrow(
      /NETWALKER_SETTINGS takes \d+ bytes/,
    );
    expect(environmentText('X', { scope: [] })).toBe('{"scope":[]}');
  });
});
