import { textOf, type Files, type ReadBack } from './read-back.ts';

export function readMermaid(files: Files): ReadBack {
  const lines = textOf(files).split('\n');
  const matched = (pattern: RegExp): string[] => lines.flatMap((line) => pattern.exec(line)?.[1] ?? []);
  return {
    devices: matched(/^ {2}n\d+\["([^"]*)"\]$/).map(decoded),
    links: matched(/^ {2}n\d+ (?:---|-\.-|===)\|"([^"]*)"\| n\d+$/)
      .map((text) => text.split(' · ').map(decoded))
      .map(([a = '', b = '']) => [a, b]),
  };
}

/** Mermaid's "Entity codes to escape characters". */
const decoded = (text: string): string =>
  text.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
