import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CloseReport } from '../../shared/model/session-record.ts';
import type { Store } from '../../shared/ports/store.ts';
import { inParallel } from '../../shared/steps/in-parallel.ts';
import { device, HOSTILE_NAME, neighbor, session, target } from './store-fixtures.ts';

const CLOSE: CloseReport = {
  closedBy: 'graceful',
  proof: 'peer-fin',
  closedAt: 250,
  durationMs: 40,
  closeMs: 4,
};
const LEAK = { cutoff: 200, leakedAt: 201, evidence: '101 ms late' };
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** What every store must do, whatever it stands on. */
export function storeContract(
  title: string,
  start: () => Promise<{ readonly store: Store; close(): Promise<void> }>,
): void {
  describe(title, () => {
    let store: Store;
    let stop: () => Promise<void>;
    let count = 0;
    const fresh = (): string => `fresh-${(count += 1)}`;
    beforeAll(async () => {
      const started = await start();
      store = started.store;
      stop = () => started.close();
    });
    afterAll(() => stop());

    describe('targets', () => {
      it('lets one of 50 racing claims win', async () => {
        const run = fresh();
        await store.enqueue(target(run, 'a'));
        const claims = await Promise.all(
          upTo(50).map((n) => store.claim(run, 'a', { owner: `o${n}`, now: 10, leaseUntil: 20 })),
        );
        expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
        expect((await store.getTarget(run, 'a'))?.attempts).toBe(1);
      });

      it('counts an attempt only when the claim changes hands', async () => {
        const run = fresh();
        await store.enqueue(target(run, 'a'));
        await store.claim(run, 'a', { owner: 'o1', now: 10, leaseUntil: 20 });
        const again = await store.claim(run, 'a', { owner: 'o1', now: 11, leaseUntil: 25 });
        expect(again).toMatchObject({ attempts: 1, leaseUntil: 25 });
        expect(await store.claim(run, 'a', { owner: 'o2', now: 25, leaseUntil: 40 })).toBeNull();
        expect(await store.claim(run, 'a', { owner: 'o2', now: 26, leaseUntil: 40 })).toMatchObject({
          attempts: 2,
          owner: 'o2',
        });
      });

      it('enqueues a target once and leaves the first as it is', async () => {
        const run = fresh();
        const answers = await Promise.all(
          upTo(10).map((depth) => store.enqueue(target(run, 'a', { depth }))),
        );
        expect(answers.filter(Boolean)).toHaveLength(1);
        expect((await store.getTarget(run, 'a'))?.depth).toBe(answers.indexOf(true));
      });

      it('does not let an owner finish what another one holds', async () => {
        const run = fresh();
        await store.enqueue(target(run, 'a'));
        await store.claim(run, 'a', { owner: 'o1', now: 10, leaseUntil: 20 });
        await store.claim(run, 'a', { owner: 'o2', now: 30, leaseUntil: 40 });
        const end = { outcome: { kind: 'visited', deviceId: 'd' }, finishedAt: 31, durationMs: 1 } as const;
        expect(await store.finishTarget(run, 'a', { owner: 'o1', ...end })).toBe(false);
        expect(await store.finishTarget(run, 'a', { owner: 'o2', ...end })).toBe(true);
        expect(await store.claim(run, 'a', { owner: 'o3', now: 99, leaseUntil: 120 })).toBeNull();
      });

      it('gives back or abandons a target only while the lease is the one that was read', async () => {
        const run = fresh();
        const end = {
          outcome: { kind: 'failed', class: 'abandoned', phase: 'connect', reason: 'twice' },
          finishedAt: 9,
        } as const;
        await store.enqueue(target(run, 'a'));
        await store.claim(run, 'a', { owner: 'o', now: 1, leaseUntil: 5 });
        expect(await store.giveBack(run, 'a', { owner: 'o', leaseUntil: 4 })).toBe(false);
        expect(await store.abandon(run, 'a', { owner: 'x', leaseUntil: 5 }, end)).toBe(false);
        expect(await store.giveBack(run, 'a', { owner: 'o', leaseUntil: 5 })).toBe(true);
        expect(await store.giveBack(run, 'a', { owner: 'o', leaseUntil: 5 })).toBe(false);
        await store.claim(run, 'a', { owner: 'o', now: 6, leaseUntil: 8 });
        expect(await store.abandon(run, 'a', { owner: 'o', leaseUntil: 8 }, end)).toBe(true);
        expect(await store.getTarget(run, 'a')).toMatchObject({ status: 'abandoned', attempts: 2, ...end });
      });

      it('lists every target of more than a megabyte, and only the live ones when asked', async () => {
        const run = fresh();
        const alternates = upTo(32).map((n) => `${n}.${'9'.repeat(240)}`);
        const ids = upTo(1200).map((n) => `10.0.${n >> 8}.${n & 255}`);
        await inParallel([...ids.entries()], 50, async ([n, id]) => {
          await store.enqueue(target(run, id, { alternates, status: n < 1150 ? 'skipped' : 'pending' }));
        });
        expect((await store.listTargets(run)).map((found) => found.targetId).sort()).toEqual([...ids].sort());
        expect(await store.listTargets(run, { live: true })).toHaveLength(50);
      });
    });

    describe('the ledger', () => {
      it('ends closed or closed-late in any order of a close and the reaper', async () => {
        const step = fc.constantFrom('open', 'closing', 'flag', 'flag', 'overdue');
        await fc.assert(
          fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.boolean(), async (steps, racing) => {
            const key = { runId: 'ledger', sessionId: fresh() };
            await store.sessionOpening(session(key.runId, key.sessionId));
            const act = {
              open: () => store.sessionOpen(key, { openedAt: 5, localAddress: '10.9.9.9', localPort: 4 }),
              closing: () => store.sessionClosing(key),
              flag: () => store.flagLeaked(key, LEAK),
              overdue: () => store.listOverdue(200, 5),
            };
            const reach: Promise<unknown>[] = [];
            for (const name of steps) {
              const done = act[name]();
              reach.push(done);
              if (!racing) await done;
            }
            const closed = store.sessionClosed(key, CLOSE);
            await Promise.all([...reach, closed]);
            const row = await store.getSession(key);
            expect(await closed).toBe(row?.state);
            expect(['closed', 'closed-late']).toContain(row?.state);
            expect(row).toMatchObject(CLOSE);
            expect(row?.leakEvidence !== undefined).toBe(row?.state === 'closed-late');
            expect(await store.flagLeaked(key, LEAK)).toBe(false);
          }),
          { numRuns: 40 },
        );
      });

      it('does not flag a row before its deadline has passed', async () => {
        const key = { runId: 'ledger', sessionId: fresh() };
        await store.sessionOpening(session(key.runId, key.sessionId, { deadline: 200 }));
        expect(await store.flagLeaked(key, LEAK)).toBe(false);
        expect(await store.flagLeaked(key, { ...LEAK, cutoff: 201 })).toBe(true);
        expect(await store.markReclaimed(key, { at: 300, line: 'vty 3' })).toBe(true);
        expect(await store.sessionClosed(key, CLOSE)).toBeNull();
        expect(await store.getSession(key)).toMatchObject({ state: 'reclaimed', line: 'vty 3' });
      });

      it('answers a repeated close like the first, and another close with null', async () => {
        const key = { runId: 'ledger', sessionId: fresh() };
        await store.sessionOpening(session(key.runId, key.sessionId));
        expect(await store.sessionClosed(key, CLOSE)).toBe('closed');
        expect(await store.sessionClosed(key, CLOSE)).toBe('closed');
        expect(await store.sessionClosed(key, { ...CLOSE, closedAt: 999 })).toBeNull();
        expect(await store.sessionClosed({ ...key, sessionId: 'unknown' }, CLOSE)).toBeNull();
      });

      it('takes a flag back from a session whose TCP connection never came up', async () => {
        const key = { runId: 'ledger', sessionId: fresh() };
        await store.sessionOpening(session(key.runId, key.sessionId));
        await store.flagLeaked(key, LEAK);
        expect(await store.sessionNeverOpened(key, { at: 300, failureClass: 'refused' })).toBe(true);
        expect(await store.getSession(key)).toMatchObject({ state: 'never-opened', failureClass: 'refused' });
      });

      it('refuses a session id that is taken', async () => {
        const id = fresh();
        await store.sessionOpening(session('ledger', id));
        await expect(store.sessionOpening(session('ledger', id, { requestId: 'another' }))).rejects.toThrow(
          `The session id ${id} is taken in the ledger of run ledger.`,
        );
      });

      it('lists overdue rows oldest first and within the limit, and rows of a run', async () => {
        const run = fresh();
        for (const deadline of [-5, -1, -9, -7]) {
          await store.sessionOpening(session(run, `${run}-${deadline}`, { deadline }));
        }
        const overdue = await store.listOverdue(-1, 2);
        expect(overdue.map((row) => row.deadline)).toEqual([-9, -7]);
        await store.sessionClosed({ runId: run, sessionId: `${run}--9` }, CLOSE);
        expect((await store.listOverdue(-1, 9)).map((row) => row.deadline)).toEqual([-7, -5]);
        expect(await store.listSessions(run)).toHaveLength(4);
      });
    });

    describe('devices', () => {
      it('lets racing writers of one alias meet in one device', async () => {
        const alias = `name:${fresh()}${HOSTILE_NAME}` as const;
        const held = await Promise.all(upTo(30).map((n) => store.claimAlias('lab', alias, `d${n}`)));
        expect(new Set(held).size).toBe(1);
        expect(await store.getAlias('lab', alias)).toBe(held[0]);
      });

      it('gives the visit of a device to one target, also when it asks again', async () => {
        const run = fresh();
        const claim = (n: number) =>
          store.claimVisit(run, { deviceId: 'd', targetId: `t${n}`, name: `n${n}` });
        const held = await Promise.all(upTo(20).map(claim));
        const winner = Number(held[0]?.targetId.slice(1));
        expect(new Set(held.map((visit) => `${visit.targetId} ${visit.name}`)).size).toBe(1);
        expect(await claim(winner)).toEqual({ targetId: `t${winner}`, name: `n${winner}` });
      });

      it('never lets a missing value overwrite a known one', async () => {
        const id = fresh();
        const ports = [{ name: 'Gi1', mac: '00:11:22:33:44:55' }];
        const first = { vendor: 'Cisco', model: 'C9300', osVersion: '17.3', serials: ['F1'], ports };
        await store.saveDevice(device(id, { ...first, uptimeSeconds: 5, addresses: ['10.0.0.1'] }));
        await store.saveDevice(device(id, { firstSeenAt: 90, lastSeenAt: 90, addresses: ['10.0.0.2'] }));
        expect(await store.getDevice('lab', id)).toEqual(
          device(id, {
            ...first,
            uptimeSeconds: 5,
            addresses: ['10.0.0.1', '10.0.0.2'],
            firstSeenAt: 10,
            lastSeenAt: 90,
          }),
        );
      });

      it('keeps an address that was added before the device was stored', async () => {
        const id = fresh();
        await store.addAddress('lab', id, '10.0.0.9');
        expect(await store.getDevice('lab', id)).toBeNull();
        await Promise.all([
          store.saveDevice(device(id, { addresses: ['10.0.0.1'] })),
          store.addAddress('lab', id, '10.0.0.8'),
        ]);
        expect((await store.getDevice('lab', id))?.addresses).toEqual(['10.0.0.1', '10.0.0.8', '10.0.0.9']);
        expect((await store.listDevices('lab')).map((found) => found.deviceId)).toContain(id);
      });

      it('returns a device and its neighbors as they were stored, hostile names too', async () => {
        const id = `name:${HOSTILE_NAME}`;
        const stored = device(id, { name: HOSTILE_NAME, unsupported: ['show lldp'], serials: ['ü#/'] });
        await store.saveDevice(stored);
        expect(await store.getDevice('lab', id)).toEqual(stored);
        const entries = [
          neighbor(id, { remoteName: HOSTILE_NAME, localPort: 'a#lldp#b', remoteDescription: '\u0007bell' }),
          neighbor(id, { remoteName: null, localPort: null, remotePort: null, chassisId: null }),
        ];
        await store.saveNeighbors('lab', id, entries);
        const found = await store.listNeighbors('lab', id);
        expect(found).toHaveLength(2);
        expect(found).toEqual(expect.arrayContaining(entries));
      });

      it('keeps every entry, however alike, and only those of the last visit', async () => {
        const id = fresh();
        const alike = upTo(60).map((n) => neighbor(id, { chassisId: `c${n % 3}` }));
        await store.saveNeighbors('lab', id, [...alike, neighbor(id, { remotePort: 'Gi1/0/24#2' })]);
        expect(await store.listNeighbors('lab', id)).toHaveLength(61);
        await store.saveNeighbors('lab', id, [neighbor(id, { seenAt: 20 })]);
        expect(await store.listNeighbors('lab', id)).toEqual([neighbor(id, { seenAt: 20 })]);
      });
    });

    describe('runs and host keys', () => {
      it('gives the lock of a network to one of 20 runs until it runs out', async () => {
        const net = fresh();
        const taken = await Promise.all(upTo(20).map((n) => store.lockNetwork(net, `r${n}`, 10, 100)));
        expect(taken.filter(Boolean)).toHaveLength(1);
        const holder = `r${taken.indexOf(true)}`;
        expect(await store.lockHolder(net)).toEqual({ runId: holder, until: 100 });
        expect(await store.lockNetwork(net, holder, 20, 100)).toBe(true);
        await store.unlockNetwork(net, 'another');
        expect(await store.lockNetwork(net, 'next', 99, 200)).toBe(false);
        expect(await store.lockNetwork(net, 'next', 100, 200)).toBe(true);
        await store.unlockNetwork(net, 'next');
        expect(await store.lockHolder(net)).toBeNull();
      });

      it('ends a run once, counts a repeated wave once and lists the newest first', async () => {
        const [one, two] = [fresh(), fresh()];
        const settings = { network: 'lab' } as never;
        const run = (runId: string, startedAt: number) =>
          ({ runId, network: 'lab', status: 'running', settings, startedAt, waves: 0 }) as const;
        expect(await store.createRun(run(one, 1_000))).toBe(true);
        expect(await store.createRun(run(one, 2_000))).toBe(false);
        await store.createRun(run(two, 3_000));
        const mark = { mark: '3 targets', idle: 0, at: 1 };
        await Promise.all([2, 2, 1].map((wave) => store.countWave(one, wave, mark)));
        expect((await store.getRun(one))?.waves).toBe(2);
        expect((await store.listRuns(2)).map((found) => found.runId)).toEqual([two, one]);
        const end = { status: 'failed', endedAt: 9, summary: {} as never, cause: 'why' } as const;
        const ended = await Promise.all([store.endRun(one, end), store.endRun(one, end)]);
        expect(ended.filter(Boolean)).toHaveLength(1);
        expect(await store.getRun(one)).toMatchObject({ status: 'failed', cause: 'why' });
      });

      it('pins the key of whoever comes first until it is forgotten', async () => {
        const key = {
          network: fresh(),
          address: '2001:db8::1',
          port: 22,
          algorithm: 'ssh-ed25519',
          pinnedAt: 1,
        };
        const pinned = await Promise.all(
          upTo(10).map((n) => store.pinHostKey({ ...key, fingerprint: `SHA256:${n}` })),
        );
        expect(new Set(pinned.map((found) => found.fingerprint)).size).toBe(1);
        expect(await store.listHostKeys(key.network)).toEqual([pinned[0]]);
        expect(await store.forgetHostKey(key.network, key.address, 22)).toBe(true);
        expect(await store.forgetHostKey(key.network, key.address, 22)).toBe(false);
        expect(await store.getHostKey(key.network, key.address, 22)).toBeNull();
      });
    });
  });
}
