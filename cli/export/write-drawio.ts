import type { Link } from '../../shared/model/link.ts';
import type { NetworkView, ViewedDevice } from '../../shared/model/network-view.ts';
import { BOX, type Point, type Positions } from '../map/layout/point.ts';
import { isoTime } from '../render/times.ts';
import type { WriteExport } from './exported.ts';
import { nodeIds } from './node-ids.ts';
import { spreadLinks } from './spread-links.ts';
import { element, xmlDocument, type Xml } from './xml.ts';

/** `html=0`: a label is text, whatever it looks like. Nothing of a device is part of a style. */
const TEXT = 'html=0;fontSize=10;';
const DEVICE_STYLES: Readonly<Record<ViewedDevice['status'], string>> = {
  visited: `rounded=1;${TEXT}fillColor=#dae8fc;strokeColor=#6c8ebf;`,
  failed: `rounded=1;${TEXT}dashed=1;fillColor=#f8cecc;strokeColor=#b85450;`,
  told: `rounded=1;${TEXT}dashed=1;fillColor=#f5f5f5;strokeColor=#666666;`,
};
const LINK_STYLES: Readonly<Record<Link['status'], string>> = {
  confirmed: 'endArrow=none;html=0;',
  'one-sided': 'endArrow=none;html=0;dashed=1;',
  conflicting: 'endArrow=none;html=0;strokeWidth=3;strokeColor=#b85450;',
};
const PORT_STYLE = 'edgeLabel;html=0;fontSize=8;resizable=0;align=center;verticalAlign=middle;';
/** Where on its link a port's label is: from -1, the first end, to 1. */
const PORT_AT = 0.6;

/** A drawing for draw.io, uncompressed: devices where the map has them, parallel links apart, each port a label beside its device. */
export const writeDrawio: WriteExport = async (view, { positions }) => ({
  files: [{ name: `${view.network}.drawio`, content: xmlDocument(drawing(view, await positions())) }],
});

function drawing(view: NetworkView, positions: Positions): Xml {
  const ids = nodeIds(view.devices);
  const middles = spreadLinks(view.links, positions);
  const cells = [
    element('mxCell', { id: '0' }),
    element('mxCell', { id: '1', parent: '0' }),
    // Lines first: boxes are drawn over them.
    ...view.links.flatMap((link, at) => linkCells(link, { id: `e${at}`, ids, middle: middles[at] ?? null })),
    ...view.devices.map((device) =>
      deviceCell(device, ids.get(device.nodeId) ?? '', positions.get(device.nodeId) ?? { x: 0, y: 0 }),
    ),
  ];
  const modified = isoTime(view.run.endedAt ?? view.run.startedAt);
  return element('mxfile', { host: 'netwalker', modified }, [
    element('diagram', { id: 'network', name: view.network }, [
      element('mxGraphModel', { grid: 1, gridSize: 10, page: 0, tooltips: 1 }, [element('root', {}, cells)]),
    ]),
  ]);
}

/** An `object` holds what draw.io shows under "Edit Data"; the cell in it is what is drawn. */
function deviceCell(device: ViewedDevice, id: string, { x, y }: Point): Xml {
  const { name, site, status, platform, model, osVersion, serials, addresses } = device;
  return element(
    'object',
    {
      label: name,
      id,
      site,
      status,
      platform,
      model,
      osVersion,
      serials: serials.join(', '),
      addresses: addresses.join(', '),
    },
    [
      element('mxCell', { style: DEVICE_STYLES[status], vertex: 1, parent: '1' }, [
        element('mxGeometry', {
          x: x - BOX.width / 2,
          y: y - BOX.height / 2,
          width: BOX.width,
          height: BOX.height,
          as: 'geometry',
        }),
      ]),
    ],
  );
}

function linkCells(
  { a, b, status, protocols }: Link,
  place: { readonly id: string; readonly ids: ReadonlyMap<string, string>; readonly middle: Point | null },
): Xml[] {
  const { id, ids, middle } = place;
  const points = middle
    ? [element('Array', { as: 'points' }, [element('mxPoint', { x: middle.x, y: middle.y })])]
    : [];
  return [
    element('object', { label: '', id, status, protocols: protocols.join(', ') }, [
      element(
        'mxCell',
        {
          style: LINK_STYLES[status],
          edge: 1,
          parent: '1',
          source: ids.get(a.nodeId),
          target: ids.get(b.nodeId),
        },
        [element('mxGeometry', { relative: 1, as: 'geometry' }, points)],
      ),
    ]),
    ...portCell(a.port, { id: `${id}a`, edge: id, at: -PORT_AT }),
    ...portCell(b.port, { id: `${id}b`, edge: id, at: PORT_AT }),
  ];
}

function portCell(
  port: string | null,
  { id, edge, at }: { readonly id: string; readonly edge: string; readonly at: number },
): Xml[] {
  if (port === null) return [];
  return [
    element('mxCell', { id, value: port, style: PORT_STYLE, vertex: 1, connectable: 0, parent: edge }, [
      element('mxGeometry', { x: at, relative: 1, as: 'geometry' }),
    ]),
  ];
}
