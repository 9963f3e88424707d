import { plainText } from './plain-text.ts';

export type XmlValue = string | number | boolean | null | undefined;

/** A piece of markup: made here and nowhere else, so that no text of a device passes for one. */
export interface Xml {
  readonly markup: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * An element with attributes, and elements or one text in it. Texts and values may be hostile: each is escaped exactly once. (xmlbuilder2 leaves
 * what looks like an entity as it is: a device called `&e;` makes a document that no parser reads, one called `&lt;b&gt;` another name.)
 * Names of elements and attributes are ours. Attributes without a value are left out.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, XmlValue>> = {},
  content: readonly Xml[] | string = [],
): Xml {
  const start = `<${name}${Object.entries(attributes).map(attribute).join('')}`;
  if (content.length === 0) return { markup: `${start}/>` };
  return { markup: `${start}>${typeof content === 'string' ? escape(content) : lines(content)}</${name}>` };
}

export const xmlDocument = ({ markup }: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;

const attribute = ([name, value]: readonly [string, XmlValue]): string =>
  value === null || value === undefined ? '' : ` ${name}="${escape(String(value))}"`;

const lines = (content: readonly Xml[]): string => `\n${content.map(({ markup }) => markup).join('\n')}\n`;

/** No line break is left in a plain text: an attribute would lose it (XML 1.0, 3.3.3). */
const escape = (text: string): string =>
  plainText(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
