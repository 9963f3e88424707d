import { UsageError } from '../../shared/errors.ts';
import type { Link } from '../../shared/model/link.ts';
import type { NetworkView, ViewedDevice } from '../../shared/model/network-view.ts';
import type { WriteExport } from './exported.ts';
import { nodeIds } from './node-ids.ts';
import { plainText } from './plain-text.ts';

/** What Mermaid draws unless whoever shows it allows more (`maxEdges` and `maxTextSize` of its configuration, 11.x). */
const LIMITS = { links: 500, characters: 50_000 } as const;

const LINES: Readonly<Record<Link['status'], string>> = {
  confirmed: '---',
  'one-sided': '-.-',
  conflicting: '===',
};

/**
 * A flowchart for Mermaid, such as a README or a wiki shows.
 * @throws UsageError for a network that is larger than Mermaid draws: how large it is, and what to do.
 */
export const writeMermaid: WriteExport = (view) => {
  const { links } = view;
  if (links.length > LIMITS.links) throw tooLarge(view, `${links.length} links`, `${LIMITS.links} links`);
  const content = flowchart(view);
  if (content.length > LIMITS.characters) {
    throw tooLarge(view, `${content.length} characters of text`, `${LIMITS.characters} characters`);
  }
  return { files: [{ name: `${view.network}.mmd`, content }] };
};

const tooLarge = ({ network }: NetworkView, size: string, limit: string): UsageError =>
  new UsageError(
    `the network ${network} has ${size}, and Mermaid draws up to ${limit}: narrow it with --site, --name or --platform, or take --format drawio or dot`,
  );

function flowchart({ devices, links }: NetworkView): string {
  const ids = nodeIds(devices);
  const failed = devices.filter(({ status }) => status === 'failed');
  const told = devices.filter(({ status }) => status === 'told');
  return [
    'flowchart TB',
    ...devices.map(({ nodeId, name }) => `  ${ids.get(nodeId)}["${label(name)}"]`),
    ...links.map(
      ({ a, b, status }) =>
        `  ${ids.get(a.nodeId)} ${LINES[status]}|"${label(a.port ?? '')} · ${label(b.port ?? '')}"| ${ids.get(b.nodeId)}`,
    ),
    '  classDef failed stroke-dasharray: 6 3,stroke-width: 2px',
    '  classDef told stroke-dasharray: 2 3',
    ...classLine(failed, 'failed', ids),
    ...classLine(told, 'told', ids),
    '',
  ].join('\n');
}

const classLine = (
  devices: readonly ViewedDevice[],
  name: string,
  ids: ReadonlyMap<string, string>,
): string[] =>
  devices.length === 0 ? [] : [`  class ${devices.map(({ nodeId }) => ids.get(nodeId)).join(',')} ${name}`];

/** All but letters, digits, and what stands between two of them in names of devices and ports. */
const NOT_PLAIN = /(?<![A-Za-z0-9])[-./ ]|[-./ ](?![A-Za-z0-9])|[^-A-Za-z0-9./ ]/gu;

/**
 * What is not plain is written as `#60;`: Mermaid shows the character and reads nothing in it, neither its own syntax nor HTML nor Markdown.
 * Inside, Mermaid keeps that as `\ufb02\u00b0\u00b060\u00b6\u00df` and cannot tell it from a name that holds just this: such a name is written as what
 * Mermaid makes of it. A label that would be empty is `-`.
 */
const label = (text: string): string => {
  const plain = plainText(text).replaceAll('\ufb02', 'fl').replaceAll('\u00b6\u00df', ';');
  const shown = plain.trim() === '' ? '-' : plain;
  return shown.replace(NOT_PLAIN, (character) => `#${character.codePointAt(0)};`);
};
