import { textOf, type Files, type ReadBack } from './read-back.ts';
import { elements, readXml } from './read-xml.ts';

export function readDrawio(files: Files): ReadBack {
  const document = readXml(textOf(files));
  const objects = elements(document, 'object');
  const ports = elements(document, 'mxCell');
  const isEdge = (object: Element): boolean =>
    elements(object, 'mxCell').some((cell) => cell.getAttribute('edge') === '1');
  const portAt = (edge: string, end: 'a' | 'b'): string =>
    ports.find((cell) => cell.getAttribute('id') === `${edge}${end}`)?.getAttribute('value') ?? '';
  return {
    devices: objects.filter((object) => !isEdge(object)).map((object) => object.getAttribute('label') ?? ''),
    links: objects.filter(isEdge).map((object) => {
      const id = object.getAttribute('id') ?? '';
      return [portAt(id, 'a'), portAt(id, 'b')];
    }),
  };
}
