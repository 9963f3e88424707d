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
  /** Ends the holder as kill -9 does: the kernel closes its sockets, and nothing of it happens any more. */
  kill(): void;
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
        if (event.type === 'data' ? !dead : step(event.type)) on(event);
      }),
  };
  const store = new Proxy(options.store, {
    get(target, name: keyof Store) {
      const method = target[name] as (...args: unknown[]) => Promise<unknown>;
      return (...args: unknown[]): Promise<unknown> => {
        if (!step(name)) return NEVER;
        const index = steps.length - 1;
        if (blow === 'store-fails' && index >= at && index < at + downFor) {
          return Promise.reject(Object.assign(new Error('throttled'), { name: 'ThrottlingException' }));
        }
        return method(...args).then((answer) => (dead ? NEVER : answer));
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
        sleep: (ms, signal) => clock.sleep(ms, signal).then(() => (dead ? NEVER : undefined)),
      },
      ids: ulidIds,
    },
    steps,
    isDead: () => dead,
    kill,
  };
}
