import aslValidator from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { ASL_PLACEHOLDERS } from '../../../shared/names.ts';
import { discoveryWorkflow, workflowText } from '../../../shared/workflow/load.ts';
import { arns } from './run-text.ts';

describe('the workflow text', () => {
  it('holds exactly the placeholders that names.ts knows', () => {
    const found = [...workflowText().matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]);
    expect([...new Set(found)].sort()).toEqual(Object.values(ASL_PLACEHOLDERS).sort());
  });

  it('is Amazon States Language without a fault once the ARNs are in place', () => {
    const workflow = discoveryWorkflow(arns);
    expect(JSON.stringify(workflow)).not.toContain('${');
    const { isValid, errorsText } = aslValidator(workflow, { checkArn: true, checkPaths: true });
    expect(errorsText('\n')).toBe('');
    expect(isValid).toBe(true);
  });

  it('is a new object on each call, because validators write into it', () => {
    expect(discoveryWorkflow(arns)).not.toBe(discoveryWorkflow(arns));
    expect(discoveryWorkflow(arns)).toEqual(discoveryWorkflow(arns));
  });

  it('does not load with a function whose ARN is missing', () => {
    const { planWave: _missing, ...rest } = arns;
    expect(() => discoveryWorkflow(rest as typeof arns)).toThrow(
      '${PlanWaveArn} in the workflow text names no function',
    );
  });

  it('keeps an ARN that looks like a replacement pattern as it is', () => {
    const odd = discoveryWorkflow({ ...arns, startRun: 'arn:$&$\'"\\' });
    expect(JSON.stringify(odd)).toContain(JSON.stringify('arn:$&$\'"\\'));
  });
});
