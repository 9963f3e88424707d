import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';

test('an address that is not in the dial map is refused and dialled nowhere', async () => {
  const socket = mappedDialer({}).connect('192.0.2.1', 22);
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNREFUSED');
  expect(socket.destroyed).toBe(true);
});

test('an address that is in the dial map leads to where the map says', async () => {
  const server = createServer((peer) => peer.end('here'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = mappedDialer({ '10.0.0.1:22': { host: '127.0.0.1', port } }).connect('10.0.0.1', 22);
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  expect(bytes.toString()).toBe('here');
  socket.destroy();
  server.close();
  await once(server, 'close');
});
