import type { Visit } from './visit.ts';

const FLOOD_LINE = `${'flood '.repeat(13)}\n`;
const FLOOD_BLOCK = FLOOD_LINE.repeat(64);

/** Writes until the client is gone. */
export async function flood(out: { write: (text: string) => Promise<void>; readonly ended: boolean }): Promise<void> {
  while (!out.ended) {
    await out.write(FLOOD_BLOCK);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What the device's fault makes of an answer; false: nothing, print it. */
export async function breakOutput(
  visit: Visit,
  out: { write: (text: string) => Promise<void>; readonly ended: boolean },
  text: string,
): Promise<boolean> {
  switch (visit.behavior.command) {
    case undefined:
      return false;
    case 'hangs':
      return true;
    case 'floods':
      await flood(out);
      return true;
    case 'fin':
      await out.write(text.slice(0, text.length / 2));
      visit.socket.end();
      return true;
    case 'reset':
      await out.write(text.slice(0, text.length / 2));
      await new Promise((resolve) => setImmediate(resolve));
      visit.socket.resetAndDestroy();
      return true;
  }
}
