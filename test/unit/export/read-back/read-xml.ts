import { DOMParser } from '@xmldom/xmldom';

/** Throws at whatever a parser has to say, warnings too. */
export function readXml(text: string): Document {
  return new DOMParser({
    errorHandler: (level, message) => {
      throw new Error(`${level}: ${String(message)}`);
    },
  }).parseFromString(text, 'text/xml');
}

export const elements = (parent: Document | Element, name: string): Element[] =>
  Array.from(parent.getElementsByTagName(name));
