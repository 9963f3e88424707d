import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deploySettings } from '../../infra/deploy-settings.ts';
import { netwalkerApp } from '../../infra/netwalker-app.ts';
import { NetwalkerStack } from '../../infra/stacks/netwalker-stack.ts';
import { placeholderCode } from './synthesise.ts';
import { everything } from './stack-settings.ts';

// Two stacks in one app: the linter takes a second or two to get ready.
it("the stack without a file and with everything named passes the AWS Solutions checks and CDK's own linter", () => {
  const outdir = mkdtempSync(join(tmpdir(), 'netwalker-nag-'));
  try {
    const code = placeholderCode();
    const app = netwalkerApp({ settings: deploySettings(), code }, { outdir });
    new NetwalkerStack(app, 'everything', { settings: deploySettings(everything), code });
    const assembly = app.synth();
    expect(assembly.stacks).toHaveLength(2);
    // Errors have made the synthesis fail already; this is for warnings.
    const report = readFileSync(join(assembly.directory, 'validation-report.json'), 'utf8');
    expect(JSON.parse(report)).toMatchObject({ pluginReports: [] });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}, 120_000);
