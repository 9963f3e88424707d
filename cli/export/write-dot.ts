import type { Link } from '../../shared/model/link.ts';
import type { NetworkView, ViewedDevice } from '../../shared/model/network-view.ts';
import type { WriteExport } from './exported.ts';
import { nodeIds } from './node-ids.ts';
import { plainText } from './plain-text.ts';

const DEVICE_STYLES: Readonly<Record<ViewedDevice['status'], string>> = {
  visited: 'solid',
  failed: 'dashed',
  told: 'dotted',
};
const LINK_STYLES: Readonly<Record<Link['status'], string>> = {
  confirmed: 'solid',
  'one-sided': 'dashed',
  conflicting: 'bold',
};

/** A graph for Graphviz. It is not strict, so that parallel links stay; what is known of devices and links are attributes without effect. */
export const writeDot: WriteExport = (view) => ({
  files: [{ name: `${view.network}.dot`, content: dot(view) }],
});

function dot({ network, devices, links }: NetworkView): string {
  const ids = nodeIds(devices);
  return [
    `graph ${quoted(network)} {`,
    '  graph [charset="UTF-8", overlap="false"];',
    '  node [shape="box", fontname="Helvetica", fontsize="11"];',
    '  edge [fontname="Helvetica", fontsize="8"];',
    ...devices.map((device) => `  ${ids.get(device.nodeId)} ${deviceAttributes(device)};`),
    ...links.map(
      (link) => `  ${ids.get(link.a.nodeId)} -- ${ids.get(link.b.nodeId)} ${linkAttributes(link)};`,
    ),
    '}',
    '',
  ].join('\n');
}

const deviceAttributes = ({ name, status, site, platform, model, osVersion }: ViewedDevice): string =>
  attributes({
    label: label(name),
    style: quoted(DEVICE_STYLES[status]),
    nw_status: quoted(status),
    nw_site: textOf(site),
    nw_platform: textOf(platform),
    nw_model: textOf(model),
    nw_version: textOf(osVersion),
  });

const linkAttributes = ({ a, b, status, protocols }: Link): string =>
  attributes({
    taillabel: label(a.port ?? ''),
    headlabel: label(b.port ?? ''),
    style: quoted(LINK_STYLES[status]),
    nw_status: quoted(status),
    nw_protocols: quoted(protocols.join(' ')),
  });

const attributes = (pairs: Readonly<Record<string, string | null>>): string =>
  `[${Object.entries(pairs)
    .flatMap(([key, value]) => (value === null ? [] : [`${key}=${value}`]))
    .join(', ')}]`;

/**
 * What a label shows: Graphviz reads `\N`, `\l` and the like in it, and character references. A backslash and an ampersand are therefore
 * written as one.
 */
const label = (text: string): string => quoted(text.replaceAll('&', '&amp;'));

const textOf = (text: string | null): string | null => (text === null ? null : quoted(text));

/** Between quotes only `"` ends the text; `\\` stands for a backslash in every attribute that escapes are read in. */
const quoted = (text: string): string =>
  `"${plainText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
