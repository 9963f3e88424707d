import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deploySettings } from '../../infra/deploy-settings.ts';
import { netwalkerApp } from '../../infra/netwalker-app.ts';
import { placeholderCode } from './synthesise.ts';
import { everything } from './stack-settings.ts';

it.each([
  ['without a file', {}],
  ['with everything named', everything],
])('the stack %s passes the AWS Solutions checks', (_name, config) => {
  const outdir = mkdtempSync(join(tmpdir(), 'netwalker-nag-'));
  try {
    const app = netwalkerApp({ settings: deploySettings(config), code: placeholderCode() }, { outdir });
    const stacks = app.synth().stacks;
    expect(stacks).toHaveLength(1);
    expect(readFileSync(stacks[0]?.templateFullPath ?? '', 'utf8')).toContain(
      'AWS::StepFunctions::StateMachine',
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});
