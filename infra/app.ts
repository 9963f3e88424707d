import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { FunctionName } from '../shared/names.ts';
import { bundleFunctions } from './bundle.ts';
import { chosenConfig, readDeploySettings } from './deploy-settings.ts';
import { netwalkerApp } from './netwalker-app.ts';

/**
 * Writes the cloud assembly: `npm run synth`, or what `npx cdk` runs. Settings come from the file named by `-c config=FILE`
 * or NETWALKER_CONFIG, else from `netwalker.yaml` where it is run, as the commands on a laptop take them. Bundles are made aside and copied into the assembly.
 */
const outdir = process.env['CDK_OUTDIR'] ?? 'cdk.out';
const config = chosenConfig(
  new App({ autoSynth: false }).node.tryGetContext('config') as string | undefined,
  process.env['NETWALKER_CONFIG'],
);
// On stderr, also for `cdk diff`: without its file, a stack that had one would lose its schedule and its VPC.
console.error(
  config === undefined ? 'no netwalker.yaml here: the defaults are taken' : `settings of ${config}`,
);
// Inside the checkout: source maps hold relative paths, and so the assets have the same hash in every checkout.
const cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));
mkdirSync(cache, { recursive: true });
const bundles = mkdtempSync(`${cache}netwalker-`);
try {
  const settings = readDeploySettings(config);
  const folders = await bundleFunctions(bundles);
  const code = Object.fromEntries(
    Object.entries(folders).map(([name, folder]) => [name, Code.fromAsset(folder)]),
  ) as unknown as Record<FunctionName, Code>;
  netwalkerApp({ settings, code }, { outdir }).synth();
} finally {
  rmSync(bundles, { recursive: true, force: true });
}
