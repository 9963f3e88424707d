import type { Socket } from 'node:net';

/** RFC 4253 4.2: 255 characters with CR LF; other lines may stand before it. */
const IDENT = /^SSH-(?:2\.0|1\.99)-/;
const LINE_LIMIT = 255;
const HEAD_LIMIT = 8192;

export interface Ident {
  readonly ident: string;
  readonly isSsh: boolean;
}

/**
 * Watches the first bytes of a socket for the peer's identification line, beside ssh2 (whose own event comes only with the
 * next packet, and never for what is not SSH). Answers a function that gives up: what came instead, if anything did.
 */
export function sniffIdent(socket: Socket, found: (ident: Ident) => void): () => void {
  let head = '';
  let done = false;
  const report = (ident: string, isSsh: boolean): void => {
    if (done) return;
    done = true;
    socket.off('data', look);
    found({ ident: printable(ident), isSsh });
  };
  const look = (chunk: Buffer): void => {
    head += chunk.toString('latin1', 0, Math.min(chunk.length, HEAD_LIMIT));
    for (let end = head.indexOf('\n'); end >= 0 && !done; end = head.indexOf('\n')) {
      const line = head.slice(0, end);
      if (line.startsWith('SSH-')) return report(line, IDENT.test(line));
      if (line.startsWith('HTTP/')) return report(line, false);
      seen = `${seen} ${line}`.slice(0, 4 * LINE_LIMIT);
      head = head.slice(end + 1);
    }
    if (head.length > HEAD_LIMIT) report(head, false);
  };
  let seen = '';
  socket.on('data', look);
  return () => {
    if (`${seen}${head}`.trim()) report(`${seen} ${head}`, false);
  };
}

function printable(text: string): string {
  return text
    .slice(0, 4 * LINE_LIMIT)
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, LINE_LIMIT);
}
