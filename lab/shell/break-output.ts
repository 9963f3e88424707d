import type { Visit } from './visit.ts';

const FLOOD_LINE = `${'flood '.repeat(13)}\n`;
const FLOOD_BLOCK = FLOOD_LINE.repeat(64);

/** Writes until the client is gone. */
export async function flood(out: {
  write: (text: string) => Promise<void>;
  readonly ended: boolean;
}): Promise<void> {
  while (!out.ended) {
    await out.write(FLOOD_BLOCK);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What the device's fault makes of the answer to a command or a script; false: nothing, print it. */
export async function breakOutput(
  visit: Visit,
  asked: string,
  out: { write: (text: string) => Promise<void>; readonly ended: boolean },
  text: string,
): Promise<boolean> {
  const { command, commands } = visit.behavior;
  if (command === undefined || commands?.test(asked) === false) return false;
  if (command === 'hangs') return true;
  if (command === 'floods') {
    await flood(out);
    return true;
  }
  await out.write(text.slice(0, text.length / 2));
  if (command === 'fin') visit.socket.end();
  // Without the turn the reset would overtake what was just written.
  else setImmediate(() => visit.socket.resetAndDestroy());
  return true;
}
