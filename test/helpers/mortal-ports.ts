import type { Socket } from 'node:net';
import { mappedDialer } from '../../cli/engine/mapped-dialer.ts';
import type { Lab } from '../../lab/start-lab.ts';
import { ssh2Port } from '../../shared/adapters/ssh2/connect.ts';
import { staticCredentials } from '../../shared/adapters/static-credentials/credentials.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { ulidIds } from '../../shared/adapters/ulid/ids.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { SshPort } from '../../shared/ports/ssh.ts';
import type { Store } from '../../shared/ports/store.ts';
import type { ProbePorts } from '../../shared/steps/probe-ports.ts';
import { recordedEvents } from './recorded-events.ts';

/** What is done to a holder when it comes to one of its steps. */
export type Blow = 'kill' | 'store-fails' | 'none';

export interface Mortal {
  readonly ports: ProbePorts;
  /** Every step so far by name: calls to the store, and what the connection told. */
  readonly steps: readonly string[];
  isDead(): boolean;
  /** The blow of a failing store has come. */
  hasFailed(): boolean;
  /** Ends the holder as kill -9 does: the kernel closes its sockets, and nothing of it happens any more. */
  kill(): void;
  /** Suspends the holder as a frozen sandbox is: what happens meanwhile reaches it when it is thawed. Its sockets stay open. */
  freeze(): void;
  thaw(): void;
}

const NEVER = new Promise<never>(() => undefined);

/**
 * Ports of a probe that dies, or whose store fails, when it comes to a step. A killed process differs from a thrown error in
 * this: no `finally` runs, no write goes out, and its sockets are closed by the kernel.
 */
export function mortalPorts(options: {
  readonly lab: Lab;
  readonly store: Store;
  readonly clock?: Clock;
  readonly blow?: Blow;
  /** The step at which it comes, counted from 0; a store that fails stays down from there on for so many calls. */
  readonly at?: number;
  readonly downFor?: number;
}): Mortal {
  const { lab, blow = 'none', at = -1, downFor = 1, clock = systemClock } = options;
  const steps: string[] = [];
  const sockets = new Set<Socket>();
  let dead = false;
  let isFrozen = false;
  let thawed: Promise<void> | undefined;
  let thaw: () => void = () => undefined;
  const missed: (() => void)[] = [];
  const kill = (): void => {
    dead = true;
    for (const socket of sockets) socket.destroy();
  };
  /** True when the holder goes on. */
  const step = (name: string): boolean => {
    if (dead) return false;
    steps.push(name);
    if (blow === 'kill' && steps.length - 1 === at) kill();
    return !dead;
  };
  const dialer = mappedDialer(lab.dialMap);
  const real = ssh2Port({
    dialer: {
      connect: (address, port) => {
        const socket = dialer.connect(address, port);
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
        return socket;
      },
    },
  });
  const ssh: SshPort = {
    dial: (request, on) =>
      real.dial(request, (event) => {
        const tell = (): void => {
          if (event.type === 'data' ? !dead : step(event.type)) on(event);
        };
        if (isFrozen) missed.push(tell);
        else tell();
      }),
  };
  const store = new Proxy(options.store, {
    get(target, name: keyof Store) {
      const method = Reflect.get(target, name) as (this: void, ...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]): Promise<unknown> => {
        await thawed;
        if (!step(name)) return NEVER;
        const index = steps.length - 1;
        if (blow === 'store-fails' && index >= at && index < at + downFor) {
          throw Object.assign(new Error('throttled'), { name: 'ThrottlingException' });
        }
        const answer = await method(...args);
        await thawed;
        return dead ? NEVER : answer;
      };
    },
  });
  return {
    ports: {
      store,
      ssh,
      credentials: staticCredentials(lab.credential),
      events: recordedEvents(),
      clock: {
        now: () => clock.now(),
        sleep: async (ms, signal) => {
          await clock.sleep(ms, signal);
          await thawed;
          if (dead) await NEVER;
        },
      },
      ids: ulidIds,
    },
    steps,
    isDead: () => dead,
    hasFailed: () => blow === 'store-fails' && steps.length > at,
    kill,
    freeze: () => {
      if (isFrozen) return;
      isFrozen = true;
      thawed = new Promise((resolve) => (thaw = resolve));
    },
    thaw: () => {
      isFrozen = false;
      thawed = undefined;
      thaw();
      for (const tell of missed.splice(0)) tell();
    },
  };
}
