import { createHash } from 'node:crypto';
import type { MapData } from './map-data.ts';
import type { MapPage } from './bundle-page.ts';

/**
 * One HTML file that holds everything: the page's script and style, and the data as JSON in a block that no browser runs. The policy
 * lets in that script and that style by their hashes and nothing else: no request leaves the page, and no markup in a name acts.
 * Attributes of style stay allowed, because cytoscape sets some on its own canvases.
 */
export function mapHtml(data: MapData, page: MapPage): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(page.script)}'`,
    `style-src-elem '${hashOf(page.style)}'`,
    "style-src-attr 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return page.template.replace(/\s*\{\{(\w+)\}\}\s*/g, (_, name: string) => {
    switch (name) {
      case 'policy':
        return policy;
      case 'license':
        return page.license;
      case 'style':
        return page.style;
      case 'script':
        return page.script;
      default:
        return inertJson(data);
    }
  });
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** JSON that cannot end its block or open a comment, whatever a device calls itself; the same value when it is read. */
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
