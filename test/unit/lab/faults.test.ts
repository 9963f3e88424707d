import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { FAULTS, type Fault } from '../../../lab/fault.ts';
import { startLab, type Lab } from '../../../lab/start-lab.ts';
import { allClosed, dial, exec, portOf, Screen, shell, tcp } from './dial-device.ts';

const IOS = 'acc-001';
const LINUX = 'srv-01';
const PROMPT = /acc-001#$/;
const tried = new Set<Fault>();
const running = new Set<Lab>();

async function faulty(fault: Fault, name = IOS): Promise<Lab> {
  tried.add(fault);
  const lab = await startLab({ topology: 'campus', faults: { [name]: fault } });
  running.add(lab);
  return lab;
}

/** Logged in, with a shell that is open. */
async function faultyShell(fault: Fault) {
  const lab = await faulty(fault);
  const dialed = await dial(lab, IOS);
  expect(await dialed.ready).toBe('ready');
  return { lab, ...dialed, screen: await shell(dialed.client) };
}

afterEach(async () => {
  const labs = [...running];
  running.clear();
  for (const lab of labs) {
    await allClosed(lab);
    await lab.close();
    expect(lab.stats().closed).toBe(lab.stats().accepted);
  }
});

describe('before SSH', () => {
  test('refused maps the address to a closed port, as decoys are', async () => {
    const lab = await faulty('refused');
    expect(lab.dialMap['10.20.255.1:22']?.port).toBe(portOf(lab, IOS));
    const [error] = (await once(connect(portOf(lab, IOS), '127.0.0.1'), 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });

  test('vty-text-twice has no line for two connections, and one for the third', async () => {
    const lab = await faulty('vty-text-twice');
    for (let connection = 0; connection < 2; connection += 1) {
      const socket = await tcp(lab, IOS);
      const [said] = (await once(socket, 'data')) as [Buffer];
      expect(said.toString()).toBe('% Line in use\r\n');
      await once(socket.resume(), 'close');
    }
    const { client, ready } = await dial(lab, IOS);
    expect(await ready).toBe('ready');
    client.end();
  });

  test('silent accepts, and says nothing until the client ends', async () => {
    const lab = await faulty('silent');
    const socket = await tcp(lab, IOS);
    let heard = 0;
    socket.on('data', () => (heard += 1)).end('SSH-2.0-test\r\n');
    await once(socket, 'close');
    expect(heard).toBe(0);
  });

  test.each([
    ['http', /^HTTP\/1\.1 400 /],
    ['vty-text', /^% Line in use\r\n$/],
    ['close-on-accept', /^$/],
  ] as const)('%s says its text and ends', async (fault, text) => {
    const lab = await faulty(fault);
    const socket = await tcp(lab, IOS);
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    socket.write('SSH-2.0-test\r\n');
    await once(socket, 'close');
    expect(heard).toMatch(text);
  });

  test('ssh1 shows version 1.5 and waits', async () => {
    const lab = await faulty('ssh1');
    const socket = await tcp(lab, IOS);
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    expect(chunk.toString()).toBe('SSH-1.5-Cisco-1.25\n');
    socket.end();
    await once(socket, 'close');
  });

  test('reset-on-accept resets', async () => {
    const lab = await faulty('reset-on-accept');
    const socket = connect(portOf(lab, IOS), '127.0.0.1').resume();
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
  });
});

describe('at login', () => {
  test('no-auth-answer leaves an authentication request unanswered', async () => {
    const lab = await faulty('no-auth-answer');
    const { client, ready, closed } = await dial(lab, IOS);
    await once(client, 'handshake');
    client.end();
    await closed;
    expect(await ready).toBe('closed');
    expect(lab.stats().authenticated).toBe(0);
  });

  test('wrong-password takes not even the right one', async () => {
    const lab = await faulty('wrong-password');
    const { client, ready, closed } = await dial(lab, IOS);
    expect(await ready).toBe('client-authentication');
    client.end();
    await closed;
  });

  test('kbd-interactive-only refuses a password, and takes it as an answer', async () => {
    const lab = await faulty('kbd-interactive-only');
    const byPassword = await dial(lab, IOS);
    expect(await byPassword.ready).toBe('client-authentication');
    byPassword.client.end();
    const byAnswer = await dial(lab, IOS, { keyboard: true });
    expect(await byAnswer.ready).toBe('ready');
    byAnswer.client.end();
    await Promise.all([byPassword.closed, byAnswer.closed]);
  });

  test('host-key-changed shows another key than a healthy lab does', async () => {
    const healthy = await startLab({ topology: 'campus' });
    running.add(healthy);
    const keys: string[] = [];
    for (const lab of [healthy, await faulty('host-key-changed')]) {
      const { client, ready, closed } = await dial(lab, IOS, { seenKey: (key) => keys.push(key) });
      await ready;
      client.end();
      await closed;
    }
    expect(keys[0]).not.toBe(keys[1]);
  });
});

describe('when a shell is opened', () => {
  test('channel-refused answers with reason 4, resource shortage', async () => {
    const lab = await faulty('channel-refused');
    const { client, ready, closed } = await dial(lab, IOS);
    await ready;
    await expect(shell(client)).rejects.toMatchObject({ reason: 4 });
    client.end();
    await closed;
  });

  test.each([IOS, LINUX])('shell-refused opens a channel on %s, and nothing on it', async (name) => {
    const lab = await faulty('shell-refused', name);
    const { client, ready, closed } = await dial(lab, name);
    await ready;
    await expect(shell(client)).rejects.toThrow('Unable to open shell');
    await expect(exec(client, 'uname')).rejects.toThrow();
    client.end();
    await closed;
  });

  test('no-prompt prints nothing, whatever is typed', async () => {
    const { client, closed, screen } = await faultyShell('no-prompt');
    screen.stream.write('show version\n');
    // A global request that is answered after the line proves that the line was taken.
    await new Promise((resolve) => client.openssh_noMoreSessions(resolve));
    expect(screen.text).toBe('');
    client.end();
    await closed;
  });

  test('banner-flood prints until the client leaves', async () => {
    const { socket, closed, screen } = await faultyShell('banner-flood');
    await screen.ends(/(?:flood \r?\n?){200}/);
    socket.resetAndDestroy();
    await closed;
  });

  test('motd-hash greets with a line that ends like a prompt, and is right after it', async () => {
    const { closed, screen } = await faultyShell('motd-hash');
    expect(await screen.ends(/\nacc-001#$/)).toMatch(/#\r\n# Authorized .*#\r\n/);
    screen.stream.write('exit\n');
    await closed;
  });
});

describe('at a command', () => {
  test('text-only rejects what has a pipe in it, and answers the same without', async () => {
    const { closed, screen } = await faultyShell('text-only');
    await screen.ends(PROMPT);
    await screen.run('terminal length 0', PROMPT);
    expect(await screen.run('show version | json', PROMPT)).toContain('% Invalid input');
    expect(await screen.run('show version', PROMPT)).toContain('Cisco IOS');
    screen.stream.write('exit\n');
    await closed;
  });

  test('pager-ignores-length pages after terminal length 0, in a long terminal too', async () => {
    const { closed, screen } = await faultyShell('pager-ignores-length');
    await screen.ends(PROMPT);
    await screen.run('terminal length 0', PROMPT);
    await screen.run('show version', / --More-- $/);
    screen.stream.write('q');
    await screen.ends(PROMPT);
    screen.stream.write('exit\n');
    await closed;
  });

  test('command-hangs echoes a show command and stays silent', async () => {
    const { client, closed, screen } = await faultyShell('command-hangs');
    await screen.ends(PROMPT);
    await screen.run('terminal length 0', PROMPT);
    expect(await screen.run('show version', /\r\n$/)).toBe('show version\r\n');
    client.end();
    await closed;
  });

  test('command-flood answers until the client leaves', async () => {
    const { socket, closed, screen } = await faultyShell('command-flood');
    await screen.ends(PROMPT);
    await screen.run('show version', /(?:flood ){13}\r\n/);
    socket.resetAndDestroy();
    await closed;
  });

  test.each([
    ['dies-mid-output', null],
    ['resets-mid-output', 'ECONNRESET'],
  ] as const)('%s breaks off in the middle of the answer', async (fault, code) => {
    const { socket, closed, screen } = await faultyShell(fault);
    await screen.ends(PROMPT);
    let seen: string | null = null;
    socket.on('error', (error: NodeJS.ErrnoException) => (seen = error.code ?? ''));
    screen.text = '';
    screen.stream.write('show version\n');
    await closed.catch(() => undefined);
    expect(seen).toBe(code);
    expect(screen.text).not.toMatch(PROMPT);
  });

  test.each(['vlans-hang', 'vlans-reset'] as const)('%s takes none but the VLANs', async (fault) => {
    const { client, socket, closed, screen } = await faultyShell(fault);
    closed.catch(() => undefined);
    await screen.ends(PROMPT);
    await screen.run('show version', PROMPT);
    const isReset = fault === 'vlans-reset';
    const error = isReset ? once(socket, 'error') : null;
    screen.text = '';
    screen.stream.write('show vlan brief\n');
    if (error) expect(await error).toMatchObject([{ code: 'ECONNRESET' }]);
    else expect(await screen.ends(/\r\n$/)).toBe('show vlan brief\r\n');
    client.end();
    await closed.catch(() => undefined);
  });

  test.each(['command-hangs', 'command-flood', 'dies-mid-output'] as const)(
    '%s takes a script on Linux as well',
    async (fault) => {
      const lab = await faulty(fault, LINUX);
      const { client, socket, ready, closed } = await dial(lab, LINUX);
      await ready;
      const screen = await new Promise<Screen>((resolve) => {
        client.exec('uname -n; lldpcli -f json0 show neighbors', (_error, stream) =>
          resolve(new Screen(stream)),
        );
      });
      if (fault === 'command-flood') await screen.ends(/flood/);
      if (fault === 'dies-mid-output') await closed;
      else socket.resetAndDestroy();
      await closed;
      expect(screen.text).not.toContain('}\n]');
    },
  );

  test('slow sends crumbs, and loses nothing', async () => {
    const { closed, screen } = await faultyShell('slow');
    const pieces: number[] = [];
    screen.stream.on('data', (chunk: Buffer) => pieces.push(chunk.length));
    await screen.ends(PROMPT);
    expect(await screen.run('show users', PROMPT)).toContain('vty 0');
    expect(Math.max(...pieces)).toBe(3);
    screen.stream.write('exit\n');
    await closed;
  });
});

describe('at exit', () => {
  test('exit-ignored answers with a prompt', async () => {
    const { client, closed, screen } = await faultyShell('exit-ignored');
    await screen.ends(PROMPT);
    expect(await screen.run('exit', PROMPT)).toBe('exit\r\nacc-001#');
    client.end();
    await closed;
  });

  test('exit-asks waits for y or n, and then leaves', async () => {
    const { closed, screen } = await faultyShell('exit-asks');
    await screen.ends(PROMPT);
    await screen.run('exit', /\[y\/n\]: $/);
    await screen.run('', /\[y\/n\]: $/);
    screen.stream.write('n\n');
    await closed;
  });

  test('socket-stays-open closes the channel and answers no FIN: only a reset ends it', async () => {
    const { lab, client, socket, screen } = await faultyShell('socket-stays-open');
    await screen.ends(PROMPT);
    let fin = false;
    socket.once('end', () => (fin = true));
    screen.stream.write('exit\n');
    await once(screen.stream, 'close');
    client.end();
    await once(socket, 'finish');
    expect(lab.openSessions()).toBe(1);
    socket.resetAndDestroy();
    await allClosed(lab);
    expect(fin).toBe(false);
  });

  test('half-closes sends a FIN, leaves the channel open, and goes when the client does', async () => {
    const { lab, client, socket, screen } = await faultyShell('half-closes');
    await screen.ends(PROMPT);
    const ended = once(socket, 'end');
    socket.allowHalfOpen = true;
    screen.stream.write('exit\n');
    await ended;
    expect(lab.openSessions()).toBe(1);
    client.end();
    socket.end();
    await allClosed(lab);
  });
});

test('a fault of one address leaves the other addresses of the device healthy', async () => {
  const healthy = await startLab({ topology: 'campus' });
  running.add(healthy);
  const address = healthy.truth.devices.find(({ name }) => name === 'core-1')!.addresses[1]!;
  const lab = await startLab({ topology: 'campus', faults: { [address]: 'refused' } });
  running.add(lab);
  expect([portOf(lab, 'core-1', 0) === 1, portOf(lab, 'core-1', 1) === 1]).toEqual([false, true]);
});

test('latency is added to every answer, and a session closes all the same', async () => {
  const lab = await startLab({ topology: 'line', size: 2, latencyMs: 5 });
  running.add(lab);
  const { client, ready, closed } = await dial(lab, 'line-001');
  expect(await ready).toBe('ready');
  client.end();
  await closed;
});

test('every fault of the table is tried here', () => {
  expect([...tried].sort()).toEqual(Object.keys(FAULTS).sort());
});
