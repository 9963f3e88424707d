import { afterAll, describe, test } from 'vitest';
import { startDevice } from '../helpers/fake-ssh-device.ts';
import { runQuickly } from '../helpers/session-run.ts';
import type { FaultRow } from './session-faults/fault-row.ts';
import { FAULT_ROWS } from './session-faults/fault-rows.ts';

const printed: string[] = [];
const VERSION_LINE = /Cisco IOS Software, Version 15\.2\(4\)E8\n(?:.*\n)*R1 uptime is 1 day\n/;

async function run(row: FaultRow) {
  const device = row.device ? await startDevice(row.device) : undefined;
  const dialer = row.dialer ?? device?.dialer;
  if (!dialer) throw new Error('A row has a device or a dialer.');
  try {
    let sockets = 0;
    const counted = {
      connect: (address: string, port: number) => {
        const socket = dialer.connect(address, port);
        sockets += 1;
        socket.once('close', () => (sockets -= 1));
        return socket;
      },
    };
    const result = await runQuickly({
      dialer: counted,
      request: row.request?.() ?? {},
      work: async (session) => {
        const { output } = await session.run('show version');
        if (row.ends === 'prompt-changed') await session.run('show clock');
        return output;
      },
    });
    return {
      result,
      ourSockets: sockets,
      theirSockets: (await device?.open()) ?? 0,
      attempts: device?.attempts ?? [],
    };
  } finally {
    await device?.stop();
  }
}

describe('a session', () => {
  afterAll(() => {
    const passed = `${printed.length} of ${FAULT_ROWS.length} rows as specified`;
    console.log([...printed, passed].join('\n'));
  });

  test.concurrent.for(FAULT_ROWS)(
    'meets $fault ($phase) and ends $ends, closed $closed',
    async (row, { expect }) => {
      const { result, ourSockets, theirSockets, attempts } = await run(row);
      const { failure, close } = result;
      expect(result.error).toBeUndefined();
      expect({ ends: failure?.class ?? 'ok', phase: failure?.phase ?? '-' }).toEqual({
        ends: row.ends,
        phase: row.phase,
      });
      expect(close ? [close.closedBy, close.proof] : 'never-opened').toEqual(row.closed);
      expect({ ourSockets, theirSockets }).toEqual({ ourSockets: 0, theirSockets: 0 });
      expect(failure?.retryable ?? false).toBe(row.retryable ?? false);
      expect(attempts.filter((each) => each.startsWith('password:')).length).toBeLessThanOrEqual(1);
      if (row.ends === 'ok') expect(result.value).toMatch(VERSION_LINE);
      if (row.phase === 'host-key') expect(attempts).toEqual([]);
      printed.push(
        `${row.phase.padEnd(10)} ${row.fault.padEnd(60)} ${row.ends.padEnd(20)} ${close ? `${close.closedBy} ${close.proof} ${close.closeMs} ms` : 'never-opened'}`,
      );
    },
  );
});
