import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { FUNCTION_FOLDERS } from './function-folders.ts';
import { ownLinesOnly } from './own-lines.ts';
import type { FunctionName } from '../shared/names.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles the six handlers, each into a folder of its own under `outDir`, and answers the folders by function.
 *
 * CommonJS, because it starts faster than ESM (135 against 169 ms, measured on Node 24), with the SDK inside: from its ES
 * modules, of which only what is used comes along, and without the ways to credentials that Lambda has not. Both and a wiring for each
 * function halved the probe's import (`npm run bench -- start`). Names are kept: Step Functions matches error names, and minifying
 * renames classes. ssh2's native addons stay outside: ssh2 falls back to JavaScript
 * without them. esbuild's own API rather than NodejsFunction: 1 s for all, without Docker.
 */
export async function bundleFunctions(outDir: string): Promise<Record<FunctionName, string>> {
  const entries = Object.entries(FUNCTION_FOLDERS) as [FunctionName, string][];
  const folders = await Promise.all(
    entries.map(
      async ([name, folder]) => [name, await bundleFunction(folder, join(outDir, folder))] as const,
    ),
  );
  return Object.fromEntries(folders) as Record<FunctionName, string>;
}

async function bundleFunction(folder: string, outDir: string): Promise<string> {
  await mkdir(outDir, { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: [`functions/${folder}/handler.ts`],
    outfile: join(outDir, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minify: true,
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    external: ['*.node', 'cpu-features'],
    mainFields: ['module', 'main'],
    alias: {
      '@aws-sdk/credential-provider-node': join(ROOT, 'functions/lambda-wiring/environment-credentials.ts'),
    },
    logLevel: 'warning',
  });
  const map = join(outDir, 'index.js.map');
  await writeFile(map, ownLinesOnly(await readFile(map, 'utf8')));
  // The bundle is CommonJS wherever it lies, also below a package.json that says "module".
  await writeFile(join(outDir, 'package.json'), '{"type":"commonjs"}\n');
  return outDir;
}
