import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/** The parts of the page that are the same for every network. */
export interface MapPage {
  readonly template: string;
  /** cytoscape's, which is inside the script. */
  readonly license: string;
  readonly style: string;
  readonly script: string;
}

const FOLDER = join(import.meta.dirname, 'page');

/** Makes the page's script out of `page/` and cytoscape (0.3 s). Nothing is kept: what runs is always what stands in the sources. */
export async function bundlePage(): Promise<MapPage> {
  const [script, style] = await Promise.all([bundle('main.ts'), bundle('page.css')]);
  return {
    template: readFileSync(join(FOLDER, 'page.html'), 'utf8'),
    license: licenseOf('cytoscape'),
    style,
    script,
  };
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: FOLDER,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: ['chrome120', 'firefox120', 'safari17'],
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const text = outputFiles[0]?.text ?? '';
  // What would end its own element, or hide the rest of the page, must not be in it.
  const breaking = /<\/(?:script|style)|<!--/i.exec(text);
  if (text === '' || breaking)
    throw new Error(`${entry} cannot stand in a page: it has ${breaking?.[0] ?? 'nothing'}`);
  return text.trim();
}

function licenseOf(name: string): string {
  const main = createRequire(import.meta.url).resolve(name);
  return `${name}\n${readFileSync(join(dirname(main), '..', 'LICENSE'), 'utf8').trim()}`;
}
