import type { Pager } from '../device/cli-context.ts';
import type { Terminal } from './terminal.ts';

const isQuit = (key: string | null): boolean =>
  key === null || key === 'q' || key === 'Q' || key === '\u0003';

/** Prints page by page: space shows the next page, enter the next line, q or ^C ends it. Length 0 does not page. */
export async function page(terminal: Terminal, pager: Pager, text: string, length: number): Promise<void> {
  if (length === 0) return terminal.write(text);
  const lines = text.split(/(?<=\n)/);
  if (lines.length <= length - 1) return terminal.write(text);
  let room = length - 1;
  for (let at = 0; at < lines.length;) {
    const from = at + 1;
    await terminal.write(lines.slice(at, at + room).join(''));
    at = Math.min(at + room, lines.length);
    if (at >= lines.length && !pager.waitsAtEnd) return;
    await terminal.write(pager.text(from, at, lines.length));
    let key = await terminal.readKey();
    while (at >= lines.length && !isQuit(key)) key = await terminal.readKey();
    await terminal.write(pager.erase);
    if (isQuit(key)) return;
    room = key === '\r' || key === '\n' ? 1 : length - 1;
  }
}
