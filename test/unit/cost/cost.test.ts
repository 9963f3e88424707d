import { describe, expect, it } from 'vitest';
import { countStates } from '../../../shared/cost/count-states.ts';
import { costOfMonth, costOfRun, totalOf } from '../../../shared/cost/estimate-cost.ts';
import { MEASURED } from '../../../shared/cost/measured.ts';
import { workflowText } from '../../../shared/workflow/load.ts';

const states = countStates(JSON.parse(workflowText()) as object);
const usage = {
  devices: 1000,
  waves: 5,
  probeSeconds: 4,
  memoryMb: 512,
  writesPerDevice: 15,
  readsPerDevice: 3,
};

const kept = {
  devices: 1000,
  runsPerDay: 1,
  keepDays: 90,
  bytesPerDevice: 8_000,
  bytesPerDeviceAndRun: 2_000,
};

describe('the cost of a run', () => {
  it('counts the states that the workflow enters: one for a device, five for a wave', () => {
    expect(states).toEqual({ perRun: 5, perWave: 5, perDevice: 1 });
    expect(states).toEqual(MEASURED.states);
  });

  it('is what the parts come to at list price: 6.5 cents for 1,000 devices', () => {
    const lines = Object.fromEntries(costOfRun(usage, states).map(({ what, usd }) => [what, usd]));
    expect(lines['Step Functions']).toBeCloseTo((5 + 25 + 1000) * 0.000025, 6);
    expect(lines['DynamoDB']).toBeCloseTo(0.00975, 5);
    expect(totalOf(costOfRun(usage, states))).toBeCloseTo(0.065, 2);
  });

  it('grows with every part of it, and costs nothing for nothing but the run itself', () => {
    const base = totalOf(costOfRun(usage, states));
    for (const key of ['devices', 'waves', 'probeSeconds', 'memoryMb', 'writesPerDevice'] as const) {
      expect(totalOf(costOfRun({ ...usage, [key]: usage[key] * 2 }, states)), key).toBeGreaterThan(base);
    }
    expect(totalOf(costOfRun({ ...usage, devices: 0, waves: 0 }, states))).toBeLessThan(0.001);
  });

  it('is dominated in a month by what is always there', () => {
    const fixed = costOfMonth(512, kept);
    expect(totalOf(fixed)).toBeGreaterThan(30 * totalOf(costOfRun(usage, states)));
    expect([...fixed].sort((a, b) => b.usd - a.usd)[0]?.what).toContain('endpoint');
  });

  it('is in a month what each price of the table comes to, computed by hand', () => {
    const lines = costOfMonth(512, kept).map(({ what, usd }) => [what, Number(usd.toFixed(4))]);
    expect(lines).toEqual([
      // 2 zones x 730 h x 0.01
      ['Secrets Manager endpoint (2 zones)', 14.6],
      // 43,800 x (1 + 0.2 + 0.2 s x 0.5 GB x 13.3334 + 4 x 0.125) millionths
      ['reaper, every minute', 0.1329],
      // 8 x 0.1 + 10 x 0.3 + 3
      ['CloudWatch (alarms, metrics, dashboard)', 6.9],
      ['secret', 0.4],
      // 1,000 x (8,000 + 90 x 2,000) bytes x 0.45 a GB
      ['table and its backup (runs of 90 days)', 0.0788],
    ]);
  });

  it('is not computed from a workflow without waves', () => {
    expect(() => countStates({ StartAt: 'A', States: { A: { Type: 'Succeed' } } })).toThrow('no wave');
  });
});
