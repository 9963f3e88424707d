import { describe, expect, it } from 'vitest';
import { placeDevices } from '../../../cli/map/place-devices.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHere, validateXml, XMLLINT } from '../../helpers/consumer.ts';
import { exportText } from '../../helpers/export-view.ts';
import { hostileView } from '../../helpers/hostile-view.ts';
import { labView } from '../../helpers/lab-view.ts';
import { elements, readXml } from './read-back/read-xml.ts';

const view = await labView('campus', 40);
const scratch = mkdtempSync(join(tmpdir(), 'netwalker-drawio-'));
const positions = placeDevices(view, { dataDir: scratch });
rmSync(scratch, { recursive: true });
const text = await exportText('drawio', view, { positions: async () => positions });
const objects = elements(readXml(text), 'object');
const cellOf = (object: Element): Element => elements(object, 'mxCell')[0]!;
const boxes = objects.filter((object) => cellOf(object).getAttribute('vertex') === '1');
const lines = objects.filter((object) => cellOf(object).getAttribute('edge') === '1');

describe('the draw.io export', () => {
  it('has each device where the map has it', () => {
    const middles = boxes.map((box) => {
      const [geometry] = elements(box, 'mxGeometry');
      const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(geometry?.getAttribute(name)),
      );
      return { x: x + width / 2, y: y + height / 2 };
    });
    expect(middles).toEqual(view.devices.map(({ nodeId }) => positions.get(nodeId)));
  });

  it('joins the devices that each link joins', () => {
    const ids = new Map(boxes.map((box, at) => [box.getAttribute('id'), view.devices[at]?.nodeId]));
    expect(
      lines.map((line) => ['source', 'target'].map((end) => ids.get(cellOf(line).getAttribute(end)))),
    ).toEqual(view.links.map(({ a, b }) => [a.nodeId, b.nodeId]));
  });

  it('bends parallel links apart and leaves the others straight', () => {
    const pairs = Map.groupBy(view.links.keys(), (at) => {
      const { a, b } = view.links[at]!;
      return [a.nodeId, b.nodeId].sort().join();
    });
    const bends = lines.map((line) => {
      const [point] = elements(line, 'mxPoint');
      return point ? `${point.getAttribute('x')} ${point.getAttribute('y')}` : null;
    });
    const parallel = [...pairs.values()].filter(({ length }) => length > 1);
    expect(parallel.length).toBeGreaterThan(0);
    for (const group of pairs.values()) {
      const points = group.map((at) => bends[at]);
      if (group.length === 1) expect(points).toEqual([null]);
      else expect(new Set(points.filter((point) => point !== null)).size).toBe(group.length);
    }
  });

  it.skipIf(!isHere(XMLLINT))('is valid by its schema, whatever devices call themselves', async () => {
    validateXml(text, 'drawio.xsd');
    validateXml(await exportText('drawio', hostileView()), 'drawio.xsd');
    expect(() => validateXml(text.replace('html=0', 'html=1'), 'drawio.xsd')).toThrow(
      'is not accepted by the pattern',
    );
  });
});
