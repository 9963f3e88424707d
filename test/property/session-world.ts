import { expect } from 'vitest';
import type { Lab } from '../../lab/start-lab.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import type { SessionRecord } from '../../shared/model/session-record.ts';
import { planWave } from '../../shared/steps/plan-wave.ts';
import { probeDevice } from '../../shared/steps/probe-device.ts';
import { reapSessions } from '../../shared/steps/reap-sessions.ts';
import { reclaimSession } from '../../shared/steps/reclaim-session.ts';
import { startRun } from '../../shared/steps/start-run.ts';
import { openOnDevices } from '../e2e/walk/walk-lab.ts';
import { mortalPorts, type Mortal } from '../helpers/mortal-ports.ts';
import { recordedEvents } from '../helpers/recorded-events.ts';
import type { TestTable } from '../helpers/table.ts';

/** What may happen, in any order. Numbers choose among what there is: a target, a holder. */
export type Happening =
  | { readonly does: 'probe'; readonly target: number; readonly storeFailsAt: number }
  | { readonly does: 'kill' | 'freeze' | 'outlive' | 'thaw'; readonly holder: number }
  | { readonly does: 'wait'; readonly ms: number }
  | { readonly does: 'advance'; readonly seconds: number }
  | { readonly does: 'reap' | 'reclaim' | 'plan' | 'look' };

interface Holder {
  readonly requestId: string;
  readonly mortal: Mortal;
  readonly done: Promise<void>;
  isOver: boolean;
}

const LIMIT_MS = 30_000;
let worlds = 0;

/** A run over a lab with holders that live, freeze and die, on the real steps, the real ledger and real sockets. */
export class SessionWorld {
  readonly #lab: Lab;
  readonly #table: TestTable;
  readonly #runId: string;
  readonly #holders: Holder[] = [];
  readonly #accepted: number;
  #offset: number;
  #probes = 0;

  private constructor(lab: Lab, table: TestTable) {
    worlds += 1;
    this.#lab = lab;
    this.#table = table;
    this.#runId = `world-${worlds}`;
    // Long after every lease of the world before.
    this.#offset = worlds * 3_600_000;
    this.#accepted = lab.stats().accepted;
  }

  static async begin(lab: Lab, table: TestTable): Promise<SessionWorld> {
    const world = new SessionWorld(lab, table);
    const seeds = lab.truth.devices.map(({ addresses }) => addresses[0] ?? '');
    const input = {
      network: world.#runId,
      seeds,
      scope: lab.scope,
      maxDepth: 0,
      auth: { failuresInARow: 99, pauseSeconds: 1 },
      reclaim: true,
    };
    const resolver = { lookup: async () => [] };
    await startRun({ ...world.#quiet(), resolver }, { runId: world.#runId, input });
    return world;
  }

  async happen(what: Happening): Promise<void> {
    switch (what.does) {
      case 'probe':
        return this.#probe(what.target, what.storeFailsAt);
      case 'kill':
      case 'freeze':
      case 'thaw':
        return this.#choose(what.holder)?.mortal[what.does]();
      case 'outlive':
        // A sandbox that is frozen past its deadline and the grace of the reaper.
        this.#choose(what.holder)?.mortal.freeze();
        this.#offset += LIMIT_MS + 15_000;
        return;
      case 'wait':
        return systemClock.sleep(what.ms);
      case 'advance':
        this.#offset += what.seconds * 1000;
        return;
      case 'reap':
        return this.#reap();
      case 'reclaim':
        return this.#reclaim();
      case 'plan':
        await planWave(this.#quiet(), { runId: this.#runId, wave: 0, concurrency: 5 });
        return;
      case 'look':
        return this.#look();
    }
  }

  /** Everything comes to an end: who is frozen wakes, all invocations are over, one sweep follows. */
  async end(): Promise<void> {
    for (const { mortal } of this.#holders) mortal.thaw();
    await Promise.all(this.#holders.filter(({ mortal }) => !mortal.isDead()).map(({ done }) => done));
    expect(await openOnDevices(this.#lab)).toEqual({});
    this.#offset += LIMIT_MS + 15_000;
    await this.#reap();
    const rows = await this.#rows();
    for (const row of rows) {
      expect(['closed', 'never-opened', 'leaked', 'closed-late', 'reclaimed']).toContain(row.state);
      // Only who died, or whose ledger could not be written, leaves a leak behind.
      if (row.state === 'leaked') expect(this.#mayLeak(row), JSON.stringify(row)).toBe(true);
    }
    // Every connection that a device took stands in the ledger.
    const accepted = this.#lab.stats().accepted - this.#accepted;
    expect(rows.length).toBeGreaterThanOrEqual(accepted);
    expect(rows.filter(({ openedAt }) => openedAt !== undefined).length).toBeLessThanOrEqual(accepted);
    // One sweep more finds nothing: none is flagged twice, none is left.
    const again = await reapSessions(this.#quiet(), { runId: this.#runId });
    expect(again.flagged).toBe(0);
    expect(again.leaked).toBe(rows.filter(({ state }) => state === 'leaked').length);
  }

  #probe(index: number, storeFailsAt: number): void {
    const { devices } = this.#lab.truth;
    const targetId = devices[index % devices.length]?.addresses[0] ?? '';
    const requestId = `holder-${(this.#probes += 1)}`;
    const blow = storeFailsAt < 0 ? {} : ({ blow: 'store-fails', at: storeFailsAt } as const);
    const clock = { ...systemClock, now: () => this.#now() };
    const mortal = mortalPorts({ lab: this.#lab, store: this.#table.store, clock, ...blow });
    const invocation = { requestId, endsAt: this.#now() + LIMIT_MS };
    const probe = probeDevice(mortal.ports, { runId: this.#runId, targetId }, invocation);
    const holder: Holder = {
      requestId,
      mortal,
      isOver: false,
      done: probe.then(
        () => void (holder.isOver = true),
        () => void (holder.isOver = true),
      ),
    };
    this.#holders.push(holder);
  }

  #choose(index: number): Holder | undefined {
    const alive = this.#holders.filter(({ mortal, isOver }) => !isOver && !mortal.isDead());
    return alive[index % Math.max(1, alive.length)];
  }

  async #reap(): Promise<void> {
    const before = await this.#rows();
    const overdue = new Set(
      before.filter(({ deadline }) => deadline < this.#now() - 10_000).map(({ sessionId }) => sessionId),
    );
    await reapSessions(this.#quiet(), { runId: this.#runId });
    for (const { sessionId, state } of await this.#rows()) {
      const was = before.find((row) => row.sessionId === sessionId)?.state;
      if (state === 'leaked' && was !== 'leaked') expect(overdue).toContain(sessionId);
      // What had ended stays as it ended.
      if (was === 'closed' || was === 'closed-late' || was === 'never-opened') expect(state).toBe(was);
    }
  }

  /** Somebody logs in to the devices of what has leaked, and clears the lines that are provably ours. */
  async #reclaim(): Promise<void> {
    const before = await this.#rows();
    const { reclaim } = await reapSessions(this.#quiet(), { runId: this.#runId });
    const clock = { ...systemClock, now: () => this.#now() };
    for (const item of reclaim) {
      const { ports } = mortalPorts({ lab: this.#lab, store: this.#table.store, clock });
      const requestId = `reclaimer-${(this.#probes += 1)}`;
      await reclaimSession(ports, item, { requestId, endsAt: this.#now() + LIMIT_MS });
    }
    for (const { sessionId, state, reclaimTriedAt, line } of await this.#rows()) {
      const was = before.find((row) => row.sessionId === sessionId)?.state;
      if (state !== 'reclaimed' || was === 'reclaimed') continue;
      // Only what was flagged is looked for, once, and the row says which line it was.
      expect(['opening', 'open', 'closing', 'leaked']).toContain(was);
      expect(reclaimTriedAt).toBeDefined();
      expect(line).toBeDefined();
    }
  }

  /** The world stands still: no device holds a session that the ledger does not hold open. */
  async #look(): Promise<void> {
    for (const { mortal } of this.#holders) mortal.freeze();
    await systemClock.sleep(20);
    const held = this.#lab.openSessionsByDevice();
    const rows = await this.#rows();
    for (const [name, sessions] of Object.entries(held)) {
      const { addresses = [] } = this.#lab.truth.devices.find((device) => device.name === name) ?? {};
      const open = rows.filter(
        ({ address, state }) =>
          addresses.includes(address) && ['opening', 'open', 'closing', 'leaked'].includes(state),
      );
      expect(open.length, `${name} holds ${sessions}`).toBeGreaterThanOrEqual(sessions);
    }
    for (const { mortal } of this.#holders) mortal.thaw();
  }

  #mayLeak({ requestId }: SessionRecord): boolean {
    const holder = this.#holders.find((each) => each.requestId === requestId);
    return holder !== undefined && (holder.mortal.isDead() || holder.mortal.hasFailed());
  }

  #rows(): Promise<readonly SessionRecord[]> {
    return this.#table.store.listSessions(this.#runId);
  }

  #now = (): number => Date.now() + this.#offset;

  #quiet() {
    const clock = { ...systemClock, now: this.#now };
    return { store: this.#table.store, clock, events: recordedEvents() };
  }
}
