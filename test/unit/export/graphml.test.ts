import { MultiUndirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml/node/index.js';
import { describe, expect, it } from 'vitest';
import { isHere, validateXml, XMLLINT } from '../../helpers/consumer.ts';
import { exportText } from '../../helpers/export-view.ts';
import { hostileView } from '../../helpers/hostile-view.ts';
import { labView } from '../../helpers/lab-view.ts';

type Attributes = Readonly<Record<string, unknown>>;

const view = await labView('campus', 40, { failed: (name) => name === 'srv-01' });
const text = await exportText('graphml', view);

describe('the GraphML export', () => {
  it('is read by graphology: devices, links and ports, parallel links too', () => {
    const graph = parse<Attributes, Attributes>(MultiUndirectedGraph, text);
    expect([graph.order, graph.size]).toEqual([view.devices.length, view.links.length]);
    expect(graph.mapNodes((_, { label }) => label)).toEqual(view.devices.map(({ name }) => name));
    expect(graph.mapEdges((_, { aPort, bPort, status }) => [aPort, bPort, status])).toEqual(
      view.links.map(({ a, b, status }) => [a.port, b.port, status]),
    );
    expect(
      graph.mapEdges((_, __, source, target) => [
        graph.getNodeAttribute(source, 'id'),
        graph.getNodeAttribute(target, 'id'),
      ]),
    ).toEqual(view.links.map(({ a, b }) => [a.nodeId, b.nodeId]));
  });

  it('types its attributes, and has none where a value is not known', () => {
    const graph = parse(MultiUndirectedGraph, text);
    const [visited] = graph.filterNodes((_, { status }) => status === 'visited');
    const [failed] = graph.filterNodes((_, { status }) => status === 'failed');
    expect(graph.getNodeAttribute(visited, 'uptimeSeconds')).toBeTypeOf('number');
    expect(graph.getNodeAttribute(visited, 'visited')).toBe(true);
    expect(graph.getNodeAttribute(failed, 'visited')).toBe(false);
    expect(graph.hasNodeAttribute(failed, 'osVersion')).toBe(false);
  });

  it.skipIf(!isHere(XMLLINT))('is valid by its schema, whatever devices call themselves', async () => {
    validateXml(text, 'graphml.xsd');
    validateXml(await exportText('graphml', hostileView()), 'graphml.xsd');
    expect(() => validateXml(text.replace('source="n0"', 'source="x0"'), 'graphml.xsd')).toThrow(
      'match found for key-sequence',
    );
  });
});
