import type { Socket } from 'node:net';
import { ssh2Port } from '../../../shared/adapters/ssh2/connect.ts';
import { staticCredentials } from '../../../shared/adapters/static-credentials/credentials.ts';
import { ulidIds } from '../../../shared/adapters/ulid/ids.ts';
import { runSettingsSchema } from '../../../shared/config.ts';
import type { Failure } from '../../../shared/model/outcome.ts';
import type { RunSettings } from '../../../shared/model/run.ts';
import type { SessionRecord } from '../../../shared/model/session-record.ts';
import type { Target } from '../../../shared/model/target.ts';
import type { Dialer } from '../../../shared/ports/dialer.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { openLedgeredSession } from '../../../shared/steps/ledgered-session.ts';
import { countedClock, DEADLINE_MS } from '../../helpers/counted-clock.ts';
import { LOGIN, startDevice } from '../../helpers/fake-ssh-device.ts';
import { recordedEvents } from '../../helpers/recorded-events.ts';
import { QUICK } from '../../helpers/session-run.ts';
import type { FaultRow } from './fault-row.ts';

const PORT = 22;

/** What a row left behind, on every side that can be looked at. */
export interface FaultSeen {
  readonly failure: (Failure & { readonly retryable: boolean }) | undefined;
  readonly value: string | undefined;
  readonly ledger: SessionRecord | undefined;
  readonly ourSockets: number;
  readonly theirSockets: number;
  /** Timers that were not given back. */
  readonly timers: number;
  readonly attempts: readonly string[];
  readonly ms: number;
}

/** Runs one row with a session in a real ledger, at an address of its own. */
export async function runFaultRow(store: Store, row: FaultRow, address: string): Promise<FaultSeen> {
  const clock = countedClock();
  const interrupt = new AbortController();
  const moment = { deadline: () => clock.expire(), interrupt: () => interrupt.abort() };
  const fake = typeof row.device === 'function' ? row.device(moment) : row.device;
  const device = fake ? await startDevice(fake) : undefined;
  const dialer = row.dialer?.(moment) ?? device?.dialer;
  if (!dialer) throw new Error('A row has a device or a dialer.');
  const ours = new Set<Socket>();
  const startedAt = Date.now();
  try {
    if (row.otherKeyPinned) await pinAnother(store, address);
    const result = await openLedgeredSession(
      {
        store: { ...store, ...row.store?.(store, moment) },
        ssh: ssh2Port({ dialer: watched(dialer, ours) }),
        credentials: staticCredentials(LOGIN),
        events: recordedEvents(),
        clock,
        ids: ulidIds,
        interrupted: interrupt.signal,
      },
      workOn(row, address),
      async (session) => {
        const { output } = await session.run('show version');
        for (const command of row.commands ?? []) await session.run(command);
        return output;
      },
    );
    const ms = Date.now() - startedAt;
    if (result.error !== undefined) throw result.error as Error;
    await new Promise((resolve) => setImmediate(resolve));
    const timers = clock.sleeping();
    const [ledger, ...more] = await store.listSessions(address);
    if (more.length > 0) throw new Error('One session has one row.');
    return {
      failure: result.failure,
      value: result.value,
      ledger,
      ourSockets: [...ours].filter(({ destroyed }) => !destroyed).length,
      theirSockets: (await device?.open()) ?? 0,
      timers,
      attempts: device?.attempts ?? [],
      ms,
    };
  } finally {
    await device?.stop();
  }
}

function watched(dialer: Dialer, sockets: Set<Socket>): Dialer {
  return {
    connect: (address, port) => {
      const socket = dialer.connect(address, port);
      sockets.add(socket);
      return socket;
    },
  };
}

/** Every row has a run of its own, named after its address. */
function workOn(row: FaultRow, address: string) {
  const settings = runSettingsSchema.parse({
    network: address,
    seeds: [address],
    scope: [address],
  }) as RunSettings;
  const target: Target = {
    ...{ runId: address, targetId: address, address, port: PORT, depth: 0, seed: true, toldBy: null },
    ...{ status: 'active', attempts: 1, enqueuedAt: 0 },
  };
  const endsAt = Date.now() + 2 * DEADLINE_MS;
  return {
    run: { runId: address, network: address, status: 'running', settings, startedAt: 0, waves: 1 } as const,
    target,
    credential: row.credential ?? LOGIN,
    invocation: { requestId: 'row', endsAt },
    workUntil: endsAt - DEADLINE_MS + 60_000,
    limits: { ...QUICK, ...row.limits },
  };
}

async function pinAnother(store: Store, address: string): Promise<void> {
  const key = { fingerprint: `SHA256:${'A'.repeat(43)}`, algorithm: 'ssh-ed25519' };
  await store.pinHostKey({ network: address, address, port: PORT, ...key, pinnedAt: 0 });
}
