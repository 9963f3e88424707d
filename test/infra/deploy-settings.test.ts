import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chosenConfig, deploySettings } from '../../infra/deploy-settings.ts';
import { environmentText } from '../../infra/environment-text.ts';
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

  it.each(['daily', 'rate(1 day', 'rate(1 day) or so'])('refuses the schedule %j', (schedule) => {
    expect(() => deploySettings({ seeds: ['10.0.0.1'], deploy: { schedule } })).toThrow(/rate\(\.\.\.\)/);
  });

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

describe('environmentText', () => {
  it('refuses what Lambda would refuse only at deployment', () => {
    const scope = Array.from({ length: 400 }, (_, index) => `10.${index % 256}.0.0/16`);
    expect(() => environmentText('NETWALKER_SETTINGS', { scope })).toThrow(
      /NETWALKER_SETTINGS takes \d+ bytes/,
    );
    expect(environmentText('X', { scope: [] })).toBe('{"scope":[]}');
  });
});
