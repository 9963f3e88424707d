import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { configFileSchema } from '../../shared/config.ts';
import type { ConfigFile } from '../../shared/config.ts';
import { UsageError } from '../../shared/errors.ts';
import { issueText } from './issue-text.ts';

export const DEFAULT_CONFIG_FILE = 'netwalker.yaml';

export interface LoadedConfigFile {
  /** As it was named. */
  readonly path: string;
  /** References in the file are relative to this. */
  readonly directory: string;
  readonly settings: ConfigFile;
}

/**
 * Reads a config file. Without a path: ./netwalker.yaml, where there is one. Throws UsageError with file, line and key
 * for anything that is not valid.
 */
export function readConfigFile(path: string | undefined): LoadedConfigFile | null {
  const named = path ?? DEFAULT_CONFIG_FILE;
  const text = readText(named, path === undefined);
  if (text === null) return null;
  const settings = parseConfig(text, named);
  return { path: named, directory: dirname(resolve(named)), settings };
}

function readText(path: string, optional: boolean): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (optional && error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new UsageError(
      `the config file ${path} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`,
    );
  }
}

/** Throws UsageError: one line for each thing that is wrong, as `file:line:column: key: what`. */
export function parseConfig(text: string, path: string): ConfigFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw new UsageError(`${path}:${line}:${col}: not valid YAML: ${broken.message}`);
  }
  const parsed = configFileSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  const messages = parsed.error.issues.flatMap((issue) => describeIssue(issue, document, lines, path));
  throw new UsageError(messages.join('\n'));
}

type Issue = z.core.$ZodIssue;

function describeIssue(issue: Issue, document: Document, lines: LineCounter, file: string): string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return `${place(path, document, lines, file)}: ${dotted(path)}: there is no such key${secretHint(key)}`;
    });
  }
  // Of a union (one credential or a list), the branch that got furthest tells what is wrong.
  const branch = issue.code === 'invalid_union' ? deepest(issue) : [];
  if (branch.length > 0) {
    return branch.flatMap((inner) =>
      describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, document, lines, file),
    );
  }
  return [`${place(issue.path, document, lines, file)}: ${dotted(issue.path)}: ${issueText(issue)}`];
}

function deepest(issue: Extract<Issue, { code: 'invalid_union' }>): readonly Issue[] {
  if (issue.message !== 'Invalid input') return [];
  const ofShape = (issues: readonly Issue[]): boolean =>
    !issues.some(({ path, code }) => path.length === 0 && code === 'invalid_type');
  return issue.errors.find(ofShape) ?? [];
}

/** The key itself, or the nearest thing around it that the file has. */
function place(path: readonly PropertyKey[], document: Document, lines: LineCounter, file: string): string {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
    if (Array.isArray(range) && typeof range[0] === 'number') {
      const { line, col } = lines.linePos(range[0]);
      return `${file}:${line}:${col}`;
    }
  }
  return file;
}

const dotted = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? '(the file)' : path.map(String).join('.');

const secretHint = (key: string): string =>
  /^(password|secret|passphrase|enable|key)$/i.test(key)
    ? '; a secret does not stand in this file: name where it is with passwordEnv, passwordFile or keyFile'
    : '';
