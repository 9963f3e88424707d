import { afterEach, describe, expect, test } from 'vitest';
import { findPlatform } from '../../shared/platform/platforms.ts';
import { fakeCli, type FakeCli } from '../helpers/fake-cli.ts';
import { LOGIN, startDevice, type FakeDevice, type RunningDevice } from '../helpers/fake-ssh-device.ts';
import { runQuickly, type SessionRun } from '../helpers/session-run.ts';

const running: RunningDevice[] = [];

async function device(fake: FakeDevice): Promise<RunningDevice> {
  const started = await startDevice(fake);
  running.push(started);
  return started;
}

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

describe('the platform of a session', () => {
  const OPENSSH = 'OpenSSH_8.3';

  test('is told by what `show version` prints, which is asked once', async () => {
    const log: string[] = [];
    const nexus = {
      ident: OPENSSH,
      onShell: fakeCli({
        log,
        prompt: 'n9k# ',
        commands: { 'show version': 'Cisco Nexus Operating System (NX-OS) Software\n' },
      }),
    };
    const { result } = await runOn(nexus, {
      work: async (session) => (await session.run('show version')).output,
    });
    expect(result.platform?.id).toBe('cisco_nxos');
    expect(result.value).toContain('Cisco Nexus');
    expect(log.filter((each) => each === 'show version')).toHaveLength(1);
  });

  test('is told by a hint, which saves the first command', async () => {
    const log: string[] = [];
    const hint = findPlatform('cisco_nxos');
    const { result } = await runOn(
      { ident: OPENSSH, onShell: fakeCli({ log, prompt: 'n9k# ' }) },
      { work: async (session) => session.promptName, ...(hint ? { request: { platformHint: hint } } : {}) },
    );
    expect(result).toMatchObject({ value: 'n9k', platform: { id: 'cisco_nxos' } });
    expect(log).not.toContain('show version');
  });

  const runScript: FakeDevice['onExec'] = (channel, command) => {
    for (const [, mark = '', isEnd] of command.matchAll(/^echo (NETWALKER-\S+?)( \$\?)?$/gm)) {
      channel.write(isEnd ? `${mark} 0\n` : `${mark}\n`);
    }
    channel.exit(0);
    channel.end();
  };

  test.each([
    ['a prompt', 'admin@host:~$ ', 'sh: 1: show: not found\n'],
    ['what the shell answers to `show version`', 'odd> ', 'sh: show: not found\n'],
  ])(
    'is Linux by %s: the shell is left, and the connection goes on with exec',
    async (_by, prompt, answer) => {
      const { result } = await runOn(
        {
          ident: OPENSSH,
          onShell: fakeCli({ prompt, commands: { 'show version': answer } }),
          onExec: runScript,
        },
        { work: async (session) => (await session.runAll(['uname -n', 'true'])).map(({ status }) => status) },
      );
      expect(result.failure).toBeUndefined();
      expect(result.platform?.id).toBe('linux');
      expect(result.value).toEqual(['ok', 'ok']);
      expect(running[0]?.accepted()).toBe(1);
    },
  );

  test('becomes privileged where an enable secret is supplied', async () => {
    const log: string[] = [];
    let prompt = 'R1>';
    const onShell: FakeDevice['onShell'] = (channel) => {
      const options: FakeCli = {
        log,
        get prompt() {
          return prompt;
        },
        commands: {
          enable: (cli) => void cli.channel.write('Password: '),
          secret: (cli) => ((prompt = 'R1#'), cli.prompt()),
        },
      };
      fakeCli(options)(channel);
    };
    const { result } = await runOn(
      { onShell },
      {
        request: { credential: { ...LOGIN, enable: 'secret' } },
        work: async (session) => session.platform.id,
      },
    );
    expect(result.failure).toBeUndefined();
    expect(log.slice(-3)).toEqual(['enable', 'secret', 'exit']);
  });
});
