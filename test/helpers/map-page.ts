import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundlePage } from '../../cli/map/bundle-page.ts';
import { layOut } from '../../cli/map/layout/lay-out.ts';
import { mapData } from '../../cli/map/map-data.ts';
import { mapHtml } from '../../cli/map/map-html.ts';
import type { NetworkView } from '../../shared/model/network-view.ts';

export interface WrittenMap {
  readonly url: string;
  readonly bytes: number;
}

/** Writes the map of a view as `netwalker map` does on its first run. */
export async function writeMap(folder: string, name: string, view: NetworkView): Promise<WrittenMap> {
  const html = mapHtml(mapData(view, layOut(view)), await bundlePage());
  const path = join(folder, `${name}.html`);
  writeFileSync(path, html);
  return { url: pathToFileURL(path).href, bytes: Buffer.byteLength(html) };
}
