import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A program that other people open our files with. */
export interface Consumer {
  readonly command: string;
  readonly args: readonly string[];
  /** Debian's name of what to install. */
  readonly package: string;
}

export const GRAPHVIZ: Consumer = { command: 'dot', args: ['-V'], package: 'graphviz' };
export const XMLLINT: Consumer = { command: 'xmllint', args: ['--version'], package: 'libxml2-utils' };
/** Debian's own Python: another one on the PATH has none of Debian's modules. */
export const OPENPYXL: Consumer = {
  command: '/usr/bin/python3',
  args: ['-c', 'import openpyxl'],
  package: 'python3-openpyxl',
};

/** Whether a consumer is here; where it is not, says what is passed over. */
export function isHere({ command, args, package: name }: Consumer): boolean {
  const here = spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  if (!here) console.warn(`No ${name} here: what it would open is passed over.`);
  return here;
}

/** What a consumer prints. Throws what it says where it refuses. */
export function consume(
  { command }: Consumer,
  args: readonly string[],
  input: string | Uint8Array = '',
): { readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ends with ${status}: ${stderr}`);
  return { stdout, stderr };
}

/** Throws what xmllint finds wrong with a document, by one of the schemas in `test/fixtures/export`. */
export function validateXml(text: string, schema: string): void {
  const path = fileURLToPath(new URL(`../fixtures/export/${schema}`, import.meta.url));
  consume(XMLLINT, ['--noout', '--nonet', '--schema', path, '-'], text);
}
