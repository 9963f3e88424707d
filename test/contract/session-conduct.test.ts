import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { fakeCli, type FakeCli } from '../helpers/fake-cli.ts';
import { startDevice, type FakeDevice, type RunningDevice } from '../helpers/fake-ssh-device.ts';
import { runQuickly, type SessionRun } from '../helpers/session-run.ts';

const running: RunningDevice[] = [];

async function device(fake: FakeDevice): Promise<RunningDevice> {
  const started = await startDevice(fake);
  running.push(started);
  return started;
}

const ios = (options: FakeCli = {}): FakeDevice => ({
  onShell: fakeCli({ ...options, commands: { 'show version': 'Cisco IOS Software\n', ...options.commands } }),
});

async function runOn<T>(fake: FakeDevice, run: Omit<SessionRun<T>, 'dialer'>) {
  const { dialer, attempts } = await device(fake);
  return { result: await runQuickly({ dialer, ...run }), attempts };
}

afterEach(async () => {
  for (const started of running.splice(0)) {
    expect(await started.open()).toBe(0);
    await started.stop();
  }
});

describe('a session on every path', () => {
  test('sends nothing to log in when the ledger cannot take the open socket', async () => {
    const fault = new Error('the store is down');
    const { result, attempts } = await runOn(ios(), {
      hooks: {
        opened: async () => {
          throw fault;
        },
      },
    });
    expect(result.error).toBe(fault);
    expect(attempts).toEqual([]);
    expect(result.close?.proof).toBe('peer-fin');
  });

  test('asks for the host key after the ledger has the open socket, and before any password', async () => {
    const order: string[] = [];
    const { result, attempts } = await runOn(ios(), {
      hooks: {
        opened: async ({ localAddress, localPort }) => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          order.push(`opened ${localAddress} ${localPort > 0}`);
        },
        closing: () => order.push('closing'),
      },
      request: {
        verifyHostKey: async ({ fingerprint, algorithm }) => {
          order.push(`${algorithm} ${/^SHA256:[\w+/]{43}$/.test(fingerprint)}`);
          expect(running[0]?.attempts).toEqual([]);
          return { trusted: true };
        },
      },
    });
    expect(result.failure).toBeUndefined();
    expect(order).toEqual(['opened 127.0.0.1 true', 'ssh-ed25519 true', 'closing']);
    expect(attempts).toEqual(['password:right-password']);
  });

  test('closes and hands the error on when the host key cannot be looked up', async () => {
    const fault = new Error('the store is down');
    const { result, attempts } = await runOn(ios(), {
      request: { verifyHostKey: () => Promise.reject(fault) },
    });
    expect(result.error).toBe(fault);
    expect(attempts).toEqual([]);
    expect(result.close?.proof).toBe('peer-fin');
  });

  test('closes when the work throws, and hands its error on', async () => {
    const bug = new TypeError('a bug');
    const { result } = await runOn(ios(), { work: () => Promise.reject(bug) });
    expect(result.error).toBe(bug);
    expect(result.failure).toBeUndefined();
    expect(result.close?.proof).toBe('peer-fin');
  });

  test('closes at its deadline also when the work ignores it', async () => {
    const { result } = await runOn(ios(), {
      work: () => new Promise<string>(() => undefined),
      request: { deadline: Date.now() + 700 },
    });
    expect(result.failure).toMatchObject({ class: 'deadline', phase: 'command' });
    expect(result.close?.proof).toBe('peer-fin');
  });

  test('does not dial after its deadline, nor when it is interrupted already', async () => {
    const started = await device(ios());
    const late = await runQuickly({ dialer: started.dialer, request: { deadline: Date.now() - 1 } });
    const off = await runQuickly({ dialer: started.dialer, request: { signal: AbortSignal.abort() } });
    expect([late.failure?.class, off.failure?.class]).toEqual(['deadline', 'interrupted']);
    expect([late.close, off.close, started.accepted()]).toEqual([null, null, 0]);
  });

  test('reports the first cause, not what it led to', async () => {
    const { result } = await runOn(ios({ commands: { 'show version': () => undefined } }), {
      work: async (session) => {
        await session.run('show version').catch(() => undefined);
        throw new Error('something else');
      },
    });
    expect(result.failure?.class).toBe('command-timeout');
    expect(result.error).toBeUndefined();
  });

  test('keeps what the work made of a failure, and what the command had printed', async () => {
    const { result } = await runOn(
      ios({ commands: { 'show clock': ({ channel }) => void channel.write('12:00\r\n12:') } }),
      {
        work: async (session) => {
          const first = await session.run('show version');
          await session.run('show clock').catch(() => undefined);
          return first.status;
        },
      },
    );
    expect(result).toMatchObject({ value: 'ok', failure: { class: 'command-timeout' } });
    expect(result.partial).toContain('12:00\n12:');
  });

  test('is not failed by a device that goes while the work needs nothing of it', async () => {
    const gone = ios({
      commands: { 'show version': (cli) => (cli.prompt(), setTimeout(() => cli.channel.end(), 60)) },
    });
    const { result } = await runOn(gone, {
      work: async (session) => {
        const { status } = await session.run('show version');
        await new Promise((resolve) => setTimeout(resolve, 200));
        return status;
      },
    });
    expect(result.failure).toBeUndefined();
    expect(result.value).toBe('ok');
  });

  test('says a command was rejected, and goes on', async () => {
    const { result } = await runOn(ios(), {
      work: async (session) =>
        (await session.runAll(['show cdp', 'show version'])).map(({ status }) => status),
    });
    expect(result.value).toEqual(['rejected', 'ok']);
  });

  test('runs commands that are asked for together one after the other', async () => {
    const log: string[] = [];
    const { result } = await runOn(ios({ log }), {
      work: async (session) => {
        const outputs = await Promise.all([session.run('show version'), session.run('show nothing')]);
        return outputs.map(({ command }) => command);
      },
    });
    expect(result.value).toEqual(['show version', 'show nothing']);
    expect(log).toEqual(['terminal length 0', 'terminal width 511', 'show version', 'show nothing', 'exit']);
  });

  test('takes no second line inside a command', async () => {
    const log: string[] = [];
    const { result } = await runOn(ios({ log }), { work: (session) => session.run('show version\nreload') });
    expect(result.error).toBeInstanceOf(Error);
    expect(log).not.toContain('reload');
  });

  test('leaves at a prompt that it knows, and writes nothing into a pager', async () => {
    const log: string[] = [];
    const { result } = await runOn(
      ios({ log, commands: { 'show version': ({ channel }) => void channel.write('a\r\nwhat now?') } }),
      {},
    );
    expect(result.failure?.class).toBe('command-timeout');
    expect(log).not.toContain('exit');
  });

  test('reads the same whatever the packets', async () => {
    const text = 'Cisco IOS Software\r\nR1# is a prompt in the text\r\n  --More or less\r\nü ✓\x1b[K\r\n';
    const bytes = Buffer.from(text);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        async (sizes) => {
          const cut = ios({
            commands: {
              'show version': ({ channel, prompt }) => {
                let at = 0;
                const next = (turn: number): void => {
                  if (at >= bytes.length) return prompt();
                  const size = sizes[turn % sizes.length] ?? 1;
                  channel.write(bytes.subarray(at, at + size));
                  at += size;
                  setImmediate(next, turn + 1);
                };
                next(0);
              },
            },
          });
          const { result } = await runOn(cut, {});
          expect(result.failure).toBeUndefined();
          expect(result.value).toBe(
            'Cisco IOS Software\nR1# is a prompt in the text\n  --More or less\nü ✓\n\n',
          );
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('a dialled socket', () => {
  test('has Nagle off before SSH starts', async () => {
    const started = await device(ios());
    const calls: boolean[] = [];
    await runQuickly({
      dialer: {
        connect: () => {
          const socket = connect(started.port, '127.0.0.1');
          const original = socket.setNoDelay.bind(socket);
          socket.setNoDelay = (on) => (calls.push(on ?? true), original(on));
          return socket;
        },
      },
    });
    expect(calls).toEqual([true]);
  });
});
