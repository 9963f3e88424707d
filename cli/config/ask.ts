import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Host } from '../commands/host.ts';

/** Asks a person on the terminal. With `hidden` nothing that is typed is shown. Rejects when Ctrl-C or Ctrl-D is pressed. */
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
  } finally {
    lines.close();
    if (options.hidden) host.stderr.write('\n');
  }
}
