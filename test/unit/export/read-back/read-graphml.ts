import { textOf, type Files, type ReadBack } from './read-back.ts';
import { elements, readXml } from './read-xml.ts';

export function readGraphml(files: Files): ReadBack {
  const document = readXml(textOf(files));
  const keys = new Map(
    elements(document, 'key').map((key) => [key.getAttribute('id'), key.getAttribute('attr.name')]),
  );
  const dataOf = (parent: Element): Map<string, string> =>
    new Map(
      elements(parent, 'data').map((data) => [
        keys.get(data.getAttribute('key')) ?? '',
        data.textContent ?? '',
      ]),
    );
  return {
    devices: elements(document, 'node').map((node) => dataOf(node).get('label') ?? ''),
    links: elements(document, 'edge').map((edge) => {
      const data = dataOf(edge);
      return [data.get('aPort') ?? '', data.get('bPort') ?? ''];
    }),
  };
}
