import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { NetwalkerError } from '../../shared/errors.ts';
import type { Host } from '../commands/host.ts';

/** Asks a person on the terminal. With `hidden` nothing that is typed is shown. Ctrl-C and Ctrl-D throw `Interrupted`: a terminal in raw mode makes no signal of them. */
export async function ask(host: Host, question: string, options: { hidden: boolean }): Promise<string> {
  if (options.hidden) host.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const abort = new AbortController();
  const lines = createInterface({
    input: host.stdin,
    output: options.hidden ? silent : host.stderr,
    terminal: true,
  });
  lines.once('SIGINT', () => abort.abort());
  lines.once('close', () => abort.abort());
  try {
    return await lines.question(options.hidden ? '' : question, { signal: abort.signal });
  } catch (error) {
    throw new NetwalkerError('Interrupted', 'nothing was answered', { cause: error });
  } finally {
    lines.close();
    if (options.hidden) host.stderr.write('\n');
  }
}
