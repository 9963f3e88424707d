import { textOf, type Files, type ReadBack } from './read-back.ts';

/** A word, a text in quotes, or a mark (the DOT language, https://graphviz.org/doc/info/lang.html). */
const TOKEN = /\s*(?:"((?:[^"\\]|\\[^])*)"|([A-Za-z_0-9]+)|(--|[[\]{};,=]))/y;

type Attributes = ReadonlyMap<string, string>;

export function readDot(files: Files): ReadBack {
  const tokens = tokensOf(textOf(files).trimEnd());
  const statements = statementsOf(tokens.slice(tokens.indexOf('{') + 1, -1));
  const shown = (attributes: Attributes, name: string): string => labelText(attributes.get(name) ?? '');
  return {
    devices: statements
      .filter(({ ids }) => ids.length === 1 && /^n\d+$/.test(ids[0] ?? ''))
      .map(({ attributes }) => shown(attributes, 'label')),
    links: statements
      .filter(({ ids }) => ids.length === 2)
      .map(({ attributes }) => [shown(attributes, 'taillabel'), shown(attributes, 'headlabel')]),
  };
}

/** Texts keep a leading quote, so that none passes for a mark. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`no DOT at ${at}: ${text.slice(at, at + 60)}`);
    const [, quoted, word, mark] = match;
    tokens.push(quoted === undefined ? (word ?? mark ?? '') : `"${quoted.replaceAll('\\"', '"')}`);
  }
  return tokens;
}

interface Statement {
  readonly ids: readonly string[];
  readonly attributes: Attributes;
}

function statementsOf(tokens: readonly string[]): Statement[] {
  const found: Statement[] = [];
  let ids: string[] = [];
  let attributes = new Map<string, string>();
  let isInside = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    if (token === '[') isInside = true;
    else if (token === ']') isInside = false;
    else if (isInside && tokens[at + 1] === '=') {
      attributes.set(token, (tokens[at + 2] ?? '').slice(1));
      at += 2;
    } else if (token === ';') {
      found.push({ ids, attributes });
      ids = [];
      attributes = new Map<string, string>();
    } else if (token !== ',' && token !== '--') ids.push(token);
  }
  return found;
}

/** What Graphviz shows of a label: `\\` is a backslash, then character references are characters. */
const labelText = (text: string): string =>
  text
    .replace(/\\([^])/g, (_, next: string) => (next === '\\' ? '\\' : `<${next}>`))
    .replaceAll('&amp;', '&');
