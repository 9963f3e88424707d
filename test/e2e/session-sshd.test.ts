import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasSshd, startSshd, type RealSshd } from '../helpers/real-sshd.ts';
import { runQuickly } from '../helpers/session-run.ts';

if (!hasSshd) console.log('No sshd here: sessions against a real OpenSSH server are not tested.');

/** A busy machine starts a login shell slowly: only what a test is about is bounded tightly. */
const PATIENT = {
  ...{ connectMs: 5_000, identMs: 5_000, handshakeMs: 10_000, authMs: 10_000 },
  ...{ openMs: 8_000, promptMs: 8_000, commandIdleMs: 15_000, commandMs: 15_000 },
};

describe.runIf(hasSshd)('a session with a real OpenSSH server', () => {
  let sshd: RealSshd;
  beforeAll(async () => {
    sshd = await startSshd();
  });
  afterAll(() => sshd.stop());

  const dialer = { connect: () => sshd.dialer.connect('127.0.0.1', sshd.port) };
  const credential = () => sshd.credential;
  const expectNobodyThere = async (): Promise<void> => expect(await sshd.settled()).toBe(0);

  test("logs in with a key, runs a script in one channel, and closes with the peer's FIN", async () => {
    const result = await runQuickly({
      dialer,
      request: { credential: credential(), limits: PATIENT },
      work: (session) => session.runAll(['uname -n', 'no-such-command', 'echo "$LC_ALL"', 'printf end']),
    });
    expect(result.failure).toBeUndefined();
    expect(result.platform?.id).toBe('linux');
    expect(result.value?.map(({ status }) => status)).toEqual(['ok', 'rejected', 'ok', 'ok']);
    expect(result.value?.map(({ output }) => output).slice(2)).toEqual(['C\n', 'end\n']);
    expect(result.close).toMatchObject({ closedBy: 'ended', proof: 'peer-fin' });
    await expectNobodyThere();
  });

  test('opens one channel after the other on one connection', async () => {
    const result = await runQuickly({
      dialer,
      request: { credential: credential(), limits: PATIENT },
      work: async (session) => [
        (await session.run('echo one')).output,
        (await session.run('echo two')).output,
      ],
    });
    expect(result.value).toEqual(['one\n', 'two\n']);
    await expectNobodyThere();
  });

  test('is refused without a key that the server knows, and leaves nothing behind', async () => {
    const result = await runQuickly({ dialer, request: { limits: PATIENT } });
    expect(result.failure).toMatchObject({ class: 'auth-failed', phase: 'auth', retryable: false });
    expect(result.close?.proof).toBe('peer-fin');
    await expectNobodyThere();
  });

  test('breaks off a command that hangs, and the server ends it', async () => {
    const result = await runQuickly({
      dialer,
      request: { credential: credential(), limits: { ...PATIENT, commandIdleMs: 1_000 } },
      work: (session) => session.run('sleep 5'),
    });
    expect(result.failure?.class).toBe('command-timeout');
    expect(result.close?.proof).toBe('peer-fin');
    await expectNobodyThere();
  });
});
