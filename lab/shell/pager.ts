import type { CliDialect } from '../device/cli-context.ts';
import type { Terminal } from './terminal.ts';

/** Prints page by page: space shows the next page, enter the next line, q or ^C ends it. Length 0 does not page. */
export async function page(
  terminal: Terminal,
  dialect: CliDialect,
  text: string,
  length: number,
): Promise<void> {
  if (length === 0) return terminal.write(text);
  const lines = text.split(/(?<=\n)/);
  let room = length - 1;
  for (let at = 0; at < lines.length;) {
    await terminal.write(lines.slice(at, at + room).join(''));
    at += room;
    if (at >= lines.length) return;
    await terminal.write(dialect.pagerText);
    const key = await terminal.readKey();
    await terminal.write(dialect.pagerErase);
    if (key === null || key === 'q' || key === 'Q' || key === '\u0003') return;
    room = key === '\r' || key === '\n' ? 1 : length - 1;
  }
}
