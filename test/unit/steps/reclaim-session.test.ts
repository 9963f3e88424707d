import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';
import { startLab, type Lab } from '../../../lab/start-lab.ts';
import { ssh2Port } from '../../../shared/adapters/ssh2/connect.ts';
import { staticCredentials } from '../../../shared/adapters/static-credentials/credentials.ts';
import { systemClock } from '../../../shared/adapters/system/clock.ts';
import { ulidIds } from '../../../shared/adapters/ulid/ids.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import type { ProbePorts } from '../../../shared/steps/probe-ports.ts';
import { reapSessions } from '../../../shared/steps/reap-sessions.ts';
import { reclaimSession } from '../../../shared/steps/reclaim-session.ts';
import { startRun } from '../../../shared/steps/start-run.ts';
import { target } from '../../contract/store-fixtures.ts';
import { openOnDevices } from '../../e2e/walk/walk-lab.ts';
import { holdLine, type HeldLine } from '../../helpers/held-line.ts';
import { recordedEvents } from '../../helpers/recorded-events.ts';
import { startTable, type TestTable } from '../../helpers/table.ts';

let lab: Lab;
let table: TestTable;
let runId: string;
let count = 0;
let held: HeldLine[] = [];
let events: ReturnType<typeof recordedEvents>;

beforeAll(async () => {
  [lab, table] = await Promise.all([startLab({ topology: 'line', size: 6 }), startTable()]);
});
afterAll(() => Promise.all([lab.close(), table.close()]));
beforeEach(async () => {
  count += 1;
  runId = `run-${count}`;
  held = [];
  events = recordedEvents();
  const { seeds, scope } = lab;
  const resolver = { lookup: async () => [] };
  const input = { network: `net-${count}`, seeds, scope, reclaim: true };
  await startRun({ store: table.store, clock: systemClock, events, resolver }, { runId, input });
});
afterEach(async () => {
  await Promise.all(held.map((line) => line.close()));
  expect(await openOnDevices(lab)).toEqual({});
});

const addressOf = (platform: string): string => {
  const device = lab.truth.devices.find((each) => each.platform === platform);
  return device?.addresses[0] ?? '';
};

const ports = (credential: Credential = lab.credential): ProbePorts => ({
  store: table.store,
  ssh: ssh2Port({ dialer: mappedDialer(lab.dialMap) }),
  credentials: staticCredentials(credential),
  events,
  clock: systemClock,
  ids: ulidIds,
});

async function hold(address: string, from?: string): Promise<HeldLine> {
  const line = await holdLine(lab, address, from);
  held.push(line);
  return line;
}

/** The ledger's row of a line that its holder lost. */
async function leak(
  address: string,
  line: Pick<HeldLine, 'localAddress' | 'localPort'> | null,
): Promise<string> {
  const { store } = table;
  const sessionId = ulidIds.next();
  await store.enqueue(target(runId, address, { status: 'pending' }));
  await store.sessionOpening({
    ...{ sessionId, runId, targetId: address, network: `net-${count}`, address, port: 22 },
    ...{ username: lab.credential.username, state: 'opening', requestId: 'lost', openingAt: 1, deadline: 2 },
  });
  const key = { runId, sessionId };
  if (line) {
    const { localAddress, localPort } = line;
    await store.sessionOpen(key, { openedAt: 1, localAddress, localPort });
  }
  await store.flagLeaked(key, { cutoff: 3, leakedAt: 4, evidence: 'lost' });
  return sessionId;
}

const invocation = () => ({ requestId: 'reclaim', endsAt: Date.now() + 30_000 });
const reclaim = (sessionId: string, credential?: Credential) =>
  reclaimSession(ports(credential), { runId, sessionId }, invocation());
const rowOf = (sessionId: string) => table.store.getSession({ runId, sessionId });
const kept = async (sessionId: string): Promise<string> => {
  const row = await rowOf(sessionId);
  expect(row?.state).toBe('leaked');
  return row?.reclaimNote ?? '';
};

describe.each([
  ['cisco_ios', /^\d+$/],
  ['cisco_nxos', /^\d+$/],
  ['linux', /^\d{4}$/],
])('a leaked session on %s', (platform, line) => {
  it('is found by our own end of its connection, cleared, verified, and told', async () => {
    const address = addressOf(platform);
    const lost = await hold(address);
    const foreign = await hold(address, '127.0.0.2').catch(() => null);
    if (platform === 'linux') await foreign?.close();
    const sessionId = await leak(address, lost);
    await reclaim(sessionId);
    expect((await rowOf(sessionId))?.reclaimNote).toBeUndefined();
    expect(lost.isGone()).toBe(true);
    expect(foreign?.isGone()).toBe(platform === 'linux');
    const row = await rowOf(sessionId);
    expect(row).toMatchObject({ state: 'reclaimed', line: expect.stringMatching(line) as string });
    expect(events.all.at(-1)).toMatchObject({ type: 'session-reclaim', result: { kind: 'reclaimed' } });
    const own = (await table.store.listSessions(runId)).find((each) => each.reclaims === sessionId);
    expect(own).toMatchObject({ state: 'closed', proof: 'peer-fin' });
  });

  it('is left alone where a person with the same account may hold the line, from the same host', async () => {
    const address = addressOf(platform);
    const lost = await hold(address);
    const person = await hold(address);
    const sessionId = await leak(address, lost);
    await reclaim(sessionId);
    expect(await kept(sessionId)).toMatch(/could be/);
    expect(lost.isGone() || person.isGone()).toBe(false);
  });

  it('is done with when the device had let go of it by itself', async () => {
    const address = addressOf(platform);
    const person = await hold(address, '127.0.0.2');
    const sessionId = await leak(address, { localAddress: '127.0.0.1', localPort: 9 });
    await reclaim(sessionId);
    expect(person.isGone()).toBe(false);
    expect(await rowOf(sessionId)).toMatchObject({
      state: 'reclaimed',
      line: 'let go by the device itself',
    });
  });
});

describe('a leaked session', () => {
  it('is left alone where nobody knows the port that it came from', async () => {
    const sessionId = await leak(addressOf('cisco_ios'), null);
    await reclaim(sessionId);
    expect(await kept(sessionId)).toContain('does not know the port');
    expect(await table.store.listSessions(runId)).toHaveLength(1);
  });

  it('is left alone without a credential of its own user, and where login fails; a wrong password is sent once', async () => {
    const address = addressOf('cisco_ios');
    const end = { localAddress: '127.0.0.1', localPort: 9 };
    const other = await leak(address, end);
    await reclaim(other, { ...lab.credential, username: 'somebody' });
    expect(await kept(other)).toContain('no credential of the user');
    const wrong = await leak(address, end);
    await reclaim(wrong, { ...lab.credential, password: 'wrong' });
    expect(await kept(wrong)).toMatch(/refused/);
    const rows = await table.store.listSessions(runId);
    expect(rows.filter(({ reclaims }) => reclaims !== undefined)).toHaveLength(1);
  });

  it('is tried once, and not at all when it was closed late in the meantime', async () => {
    const sessionId = await leak(addressOf('cisco_ios'), null);
    await reclaim(sessionId);
    await reclaim(sessionId);
    const told = events.all.filter(({ type }) => type === 'session-reclaim');
    expect(told).toHaveLength(1);
    const late = await leak(addressOf('cisco_ios'), { localAddress: '127.0.0.1', localPort: 9 });
    await table.store.sessionClosed(
      { runId, sessionId: late },
      { closedBy: 'ended', proof: 'peer-fin', closedAt: 5, durationMs: 1, closeMs: 1 },
    );
    await reclaim(late);
    expect(await rowOf(late)).toMatchObject({ state: 'closed-late' });
  });

  it('is handed out by the sweep of a run that asked for it, once, and never a session that was opened to reclaim', async () => {
    const sessionId = await leak(addressOf('cisco_ios'), { localAddress: '127.0.0.1', localPort: 9 });
    const sweep = () => reapSessions(ports(), { runId });
    expect(await sweep()).toMatchObject({ verdict: 'reclaim', reclaim: [{ runId, sessionId }] });
    await table.store.tryReclaim({ runId, sessionId }, 1);
    expect(await sweep()).toMatchObject({ verdict: 'continue', reclaim: [], leaked: 1 });
  });
});
