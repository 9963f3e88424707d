import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startLab } from '../../../lab/start-lab.ts';

const listening = (): number =>
  process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap').length;

test('300 devices start, listen on loopback only, and leave nothing listening', async () => {
  const before = listening();
  const lab = await startLab({ topology: 'datacenter', size: 300 });
  expect(listening() - before).toBeGreaterThanOrEqual(300);
  const ends = Object.values(lab.dialMap).filter(({ port }) => port !== 1);
  expect(ends.length).toBeGreaterThanOrEqual(300);
  expect(new Set(ends.map(({ host }) => host))).toEqual(new Set(['127.0.0.1']));
  const waiting = connect(ends[7]!.port, ends[7]!.host).resume();
  await once(waiting, 'connect');
  await lab.close();
  if (!waiting.destroyed) await once(waiting, 'close');
  expect(lab.openSessions()).toBe(0);
  // Not by dialling: another test may have got one of the ports by now.
  expect(listening()).toBe(before);
});

test('a fault of a device that is not there, and a size that cannot be, are refused', async () => {
  await expect(startLab({ topology: 'line', faults: { nobody: 'silent' } })).rejects.toThrow(
    'the lab has no device "nobody"',
  );
  await expect(startLab({ topology: 'ring', size: 2 })).rejects.toThrow(
    'a ring has 3 to 10000 devices, not 2',
  );
});
