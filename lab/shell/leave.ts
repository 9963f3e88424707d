import type { ServerChannel } from 'ssh2';
import type { Terminal } from './terminal.ts';
import type { Visit } from './visit.ts';

/** Closes the channel with a status; `then` runs when the close message was sent. */
export function closeChannel(
  stream: ServerChannel,
  status: number,
  then: () => void = () => undefined,
): void {
  stream.once('finish', then);
  stream.exit(status);
  stream.end();
}

/** What leaving does behind a prompt: the channel closes, then TCP. False: the device's fault keeps the shell open. */
export async function leaveCli(visit: Visit, terminal: Terminal, stream: ServerChannel): Promise<boolean> {
  switch (visit.behavior.exit) {
    case 'ignored':
      return false;
    case 'half-closes':
      visit.socket.end();
      return true;
    case 'keeps-socket':
      closeChannel(stream, 0);
      return true;
    case 'asks': {
      let answer = '';
      while (!/^[yn]/i.test(answer)) {
        await terminal.write('System configuration has been modified. Save config? [y/n]: ');
        const line = await terminal.readLine(true);
        if (line === null) return true;
        answer = line;
      }
      break;
    }
    case undefined:
      break;
  }
  closeChannel(stream, 0, () => visit.client.end());
  return true;
}
