import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ssh2Port } from '../../shared/adapters/ssh2/connect.ts';
import { staticCredentials } from '../../shared/adapters/static-credentials/credentials.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { ulidIds } from '../../shared/adapters/ulid/ids.ts';
import { UNKNOWN } from '../../shared/platform/unknown.ts';
import { probeDevice } from '../../shared/steps/probe-device.ts';
import { startRun } from '../../shared/steps/start-run.ts';
import { fakeCli, type FakeCli } from '../helpers/fake-cli.ts';
import { LOGIN, startDevice, type RunningDevice } from '../helpers/fake-ssh-device.ts';
import { recordedEvents } from '../helpers/recorded-events.ts';
import { startTable, type TestTable } from '../helpers/table.ts';

let table: TestTable;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.close());
const running: RunningDevice[] = [];
afterEach(async () => {
  for (const device of running.splice(0)) {
    expect(await device.open()).toBe(0);
    await device.stop();
  }
});

const ADDRESS = '192.0.2.7';
let count = 0;

/** One probe of one device in a run that keeps outputs, or does not; its target, what is kept, and what was typed. */
async function probe(cli: FakeCli, options: { readonly keepRaw: boolean; readonly ident?: string }) {
  count += 1;
  const runId = `run-${count}`;
  const log: string[] = [];
  const device = await startDevice({
    ident: options.ident ?? 'Strange-9',
    onShell: fakeCli({ ...cli, log }),
  });
  running.push(device);
  const { store } = table;
  const ports = { store, clock: systemClock, events: recordedEvents(), ids: ulidIds };
  const input = {
    network: `net-${count}`,
    seeds: [ADDRESS],
    scope: ['192.0.2.0/24'],
    keepRaw: options.keepRaw,
  };
  await startRun({ ...ports, resolver: { lookup: async () => [] } }, { runId, input });
  await probeDevice(
    { ...ports, ssh: ssh2Port({ dialer: device.dialer }), credentials: staticCredentials(LOGIN) },
    { runId, targetId: ADDRESS },
    { requestId: runId, endsAt: Date.now() + 30_000 },
  );
  const [session] = await store.listSessions(runId);
  expect(session).toMatchObject({ state: 'closed', proof: 'peer-fin' });
  const target = await store.getTarget(runId, ADDRESS);
  return { target, kept: await store.listRawOutputs(runId, ADDRESS), log };
}

const STRANGE: FakeCli = {
  prompt: 'box> ',
  commands: {
    'show version':
      'StrangeOS 9.1 \x1b]0;owned\x07\x1b[31mred\x07\nlogged in with right-password\nsnmp community s3cr3t\n',
    'show lldp neighbors': 'Port 1: sw-1 port 7\n',
  },
};

describe('a device of no known platform', () => {
  it('is tried with the neutral commands and recorded with what it printed, when asked', async () => {
    const { target, kept, log } = await probe(STRANGE, { keepRaw: true });
    const neutral = UNKNOWN.probe.neighbors.map(({ command }) => command);
    expect(log.filter((line) => line !== 'exit')).toEqual(neutral);
    expect(kept.map(({ command }) => command)).toEqual(neutral);
    expect(kept.filter(({ status }) => status === 'ok').map(({ command }) => command)).toEqual([
      'show version',
      'show lldp neighbors',
    ]);
    expect(kept[0]?.output).toBe('StrangeOS 9.1 red\nlogged in with <removed>\nsnmp community <removed>\n\n');
    expect(target).toMatchObject({
      status: 'failed',
      outcome: {
        class: 'unsupported-platform',
        reason:
          '192.0.2.7:22 is of no platform that netwalker knows (it identifies as "SSH-2.0-Strange-9"): netwalker raw 192.0.2.7 prints what it answered, and docs/platforms.md tells how a platform is added.',
      },
    });
  });

  it('is asked nothing more, and nothing is kept, when nobody asked', async () => {
    const { target, kept, log } = await probe(STRANGE, { keepRaw: false });
    expect(log).toEqual(['show version', 'exit']);
    expect(kept).toEqual([]);
    expect(target?.outcome).toMatchObject({ class: 'unsupported-platform' });
    expect(target?.outcome && 'reason' in target.outcome ? target.outcome.reason : '').toContain(
      '--keep-raw',
    );
  });
});

describe('a device that hangs up in the middle of a command', () => {
  it('leaves what it printed until then', async () => {
    const ios: FakeCli = {
      commands: {
        'show version':
          'Cisco IOS Software, Version 15.2(7)E3\nR1 uptime is 1 day\nProcessor board ID FOC1234X5YZ\n',
        'show cdp neighbors detail': ({ channel }) => {
          channel.write('Device ID: sw-2\r\nthe password is right-password\r\n');
          setTimeout(() => channel.end(), 20);
        },
      },
    };
    const { target, kept } = await probe(ios, { keepRaw: true, ident: 'Cisco-1.25' });
    expect(target?.outcome).toMatchObject({ kind: 'failed', class: 'closed-early' });
    expect(kept.map(({ command, status }) => `${command}: ${status}`)).toEqual([
      'show version: ok',
      'show cdp neighbors detail: broken-off',
    ]);
    expect(kept[1]?.output).toContain('Device ID: sw-2');
    expect(kept[1]?.output).not.toContain('right-password');
  });
});
