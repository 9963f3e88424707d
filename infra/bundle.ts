import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown, type OutputChunk } from 'rolldown';
import { FUNCTION_FOLDERS } from './function-folders.ts';
import { leaveOut } from './leave-out.ts';
import type { FunctionName } from '../shared/names.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles the six handlers, each into a folder of its own under `outDir`, and answers the folders by function.
 *
 * What a cold start costs is reading code (`npm run bench -- start`), and all of this is against it: CommonJS, which starts faster
 * than ESM; the SDK inside, from its ES modules, of which only what is used comes along; a wiring for each function; and without what
 * no function runs (`leave-out.ts`). The libraries are a file of their own without a source map, because Node walks through
 * every character of a file that has one. Names are kept: Step Functions matches error names, and minifying renames classes.
 *
 * rolldown, because it is the bundler that splits CommonJS and marks what is called at once, so that V8 reads it once and not twice:
 * a fifth less than from esbuild. Without Docker: 2 s for all.
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
  const bundle = await rolldown({
    cwd: ROOT,
    input: { index: `functions/${folder}/handler.ts` },
    platform: 'node',
    transform: { target: 'node24' },
    resolve: {
      mainFields: ['module', 'main'],
      alias: {
        '@aws-sdk/credential-provider-node': join(ROOT, 'functions/lambda-wiring/environment-credentials.ts'),
      },
    },
    plugins: [leaveOut],
    // What a file shares with one that is read later stays where it is.
    preserveEntrySignatures: 'allow-extension',
  });
  const { output } = await bundle.generate({
    // Where the files will lie: the paths in the source map start there.
    dir: outDir,
    format: 'cjs',
    exports: 'named',
    minify: true,
    keepNames: true,
    comments: { legal: false },
    sourcemap: 'hidden',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: {
      groups: [{ name: LIBRARIES, test: (id) => !isOurs(id) && !READ_LATER.test(id) }],
    },
  });
  await bundle.close();
  await mkdir(outDir, { recursive: true });
  const chunks = output.filter((file) => file.type === 'chunk');
  await Promise.all(chunks.map((chunk) => writeChunk(outDir, chunk)));
  // The bundle is CommonJS wherever it lies, also below a package.json that says "module".
  await writeFile(join(outDir, 'package.json'), '{"type":"commonjs"}\n');
  return outDir;
}

const LIBRARIES = 'libraries';
const isOurs = (id: string): boolean => id.startsWith(ROOT) && !id.includes('/node_modules/');

async function writeChunk(
  outDir: string,
  { fileName, name, code, map, moduleIds }: OutputChunk,
): Promise<void> {
  const file = join(outDir, fileName);
  if (!map || name === LIBRARIES || !moduleIds.some(isOurs)) return writeFile(file, code);
  // The sources are in the repository, and the names of functions in the code itself.
  const { sources, mappings } = map;
  await writeFile(`${file}.map`, JSON.stringify({ version: 3, sources, names: [], mappings }));
  await writeFile(file, `${code}\n//# sourceMappingURL=${fileName}.map\n`);
}

/** Libraries that stay out of the common file, as they are read when they are asked for. */
const READ_LATER =
  /\/node_modules\/(?:bcrypt-pbkdf|tweetnacl|@smithy\/core\/dist-es\/submodules\/event-streams)\//;
