import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { discover, linkLines, netwalker, topology } from './netwalker-in-rig.ts';
import type { RunSummary } from './netwalker-in-rig.ts';
import { missingForRig } from './rig-requirements.ts';
import { startRig } from './rig.ts';
import type { Rig } from './rig.ts';

const devices = Number(process.env['NETWALKER_RIG_DEVICES'] ?? 12);
const seed = Number(process.env['NETWALKER_RIG_SEED'] ?? 1);
const missing = missingForRig();
if (missing !== undefined) console.warn(`No network of real Linux devices is walked: ${missing}.`);

// Sixty devices on two cores that others use as well took up to 18 s for a test.
const timeout = 120_000 + devices * 500;

describe.skipIf(missing !== undefined)(`${devices} real Linux devices, seed ${seed}`, { timeout }, () => {
  let rig: Rig;
  const dataDir = (name: string) => join(rig.scratch, name);
  const byKey = () => ['--username', rig.credential.username, '--key-file', rig.credential.keyFile];
  const byPassword = (passwordFile: string) => {
    const { username } = rig.credential.passwordLogin;
    return ['--username', username, '--password-file', passwordFile];
  };

  beforeAll(async () => {
    rig = await startRig({ devices, seed });
  });
  afterAll(async () => rig.stop());

  /** The ledger and the devices' own logs tell of the same sessions, and all of them are over on both sides. */
  const expectAllClosed = async ({ sessions }: RunSummary, openedBefore: number) => {
    const { graceful, ended, destroyed } = sessions.closed;
    expect(graceful + ended + destroyed).toBe(sessions.opened);
    expect(sessions).toMatchObject({ unconfirmed: 0, leaked: 0 });
    // The peer's FIN is on the wire before its process is gone.
    await vi.waitFor(() => expect(rig.openSshSessions()).toEqual([]), 5_000);
    const log = await rig.sshLog();
    expect(log.stillOpen).toEqual([]);
    expect(log.opened - openedBefore).toBe(sessions.opened);
  };

  const expectTruth = async (dir: string) => {
    const map = await topology(rig, dir);
    expect(linkLines(map.links)).toEqual(
      linkLines(rig.truth.links.map((link) => ({ ...link, status: 'confirmed' }))),
    );
    expect(map.devices.map(({ name, visited }) => ({ name, visited })).sort(byName)).toEqual(
      rig.truth.devices.map(({ name }) => ({ name, visited: true })).sort(byName),
    );
    for (const { name, addresses } of rig.truth.devices) {
      expect(map.devices.find((device) => device.name === name)?.addresses).toEqual(
        expect.arrayContaining([...addresses]),
      );
    }
  };

  it('a wrong password is tried once, reaches no seed and leaves no session', async () => {
    const wrong = join(rig.scratch, 'wrong-password');
    await writeFile(wrong, 'not it\n', { mode: 0o600 });
    const before = await rig.sshLog();
    const { code, summary } = await discover(rig, dataDir('wrong-password-data'), byPassword(wrong));
    expect(code).toBe(4);
    expect(summary.failures).toEqual({ 'auth-failed': 1 });
    await expectAllClosed(summary, before.opened);
    expect((await rig.sshLog()).failedLogins - before.failedLogins).toBe(1);
  });

  it('a device whose sshd is down is refused, and the run completes with the others', async () => {
    const down = rig.truth.devices.at(-1)!.name;
    await rig.stopSshd(down);
    try {
      const before = await rig.sshLog();
      const { code, summary } = await discover(rig, dataDir('one-down'), byKey());
      expect(code).toBe(0);
      expect(summary.status).toBe('succeeded');
      expect(summary.failures).toEqual({ refused: 1 });
      expect(summary.targets).toMatchObject({ visited: reachableWithout(rig, down), failed: 1 });
      await expectAllClosed(summary, before.opened);
    } finally {
      await rig.startSshd(down);
    }
  });

  it('the walk finds every device and every cable with both ports, and closes all sessions', async () => {
    const before = await rig.sshLog();
    const { code, summary } = await discover(rig, dataDir('main'), byKey());
    expect(code).toBe(0);
    expect(summary).toMatchObject({
      status: 'succeeded',
      failures: {},
      devices,
      links: rig.truth.links.length,
    });
    expect(summary.sessions.opened).toBe(devices);
    await expectAllClosed(summary, before.opened);
    await expectTruth(dataDir('main'));
  });

  it('a second walk on the same data adds no device, link or alias', async () => {
    const before = await rig.sshLog();
    const first = await topology(rig, dataDir('main'));
    const { summary } = await discover(rig, dataDir('main'), byKey());
    await expectAllClosed(summary, before.opened);
    await expectTruth(dataDir('main'));
    expect(await topology(rig, dataDir('main'))).toEqual(first);
  });

  it('a user without rights of root, who logs in by password, gets the same map', async () => {
    const before = await rig.sshLog();
    const login = byPassword(rig.credential.passwordLogin.passwordFile);
    const { summary } = await discover(rig, dataDir('by-password'), login);
    await expectAllClosed(summary, before.opened);
    await expectTruth(dataDir('by-password'));
  });

  it('the ledger holds a closed session with proof for each device', async () => {
    const { stdout } = await netwalker(rig, ['sessions', '--json', '--data-dir', dataDir('by-password')]);
    const sessions = JSON.parse(stdout) as { device: string; state: string; proof: string }[];
    expect(sessions.map(({ device, state, proof }) => ({ name: device, state, proof })).sort(byName)).toEqual(
      rig.truth.devices.map(({ name }) => ({ name, state: 'closed', proof: 'peer-fin' })).sort(byName),
    );
  });
});

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

/** How many devices the seed reaches when one does not answer: what stands behind that one only is never told of. */
function reachableWithout({ truth }: Rig, down: string): number {
  const seen = new Set([truth.devices[0]!.name]);
  for (const device of seen) {
    if (device === down) continue;
    for (const { a, b } of truth.links) {
      if (a.device === device) seen.add(b.device);
      if (b.device === device) seen.add(a.device);
    }
  }
  seen.delete(down);
  return seen.size;
}
