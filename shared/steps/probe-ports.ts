import type { Clock, Ids } from '../ports/clock.ts';
import type { Credentials } from '../ports/credentials.ts';
import type { EventSink } from '../ports/events.ts';
import type { SshPort } from '../ports/ssh.ts';
import type { Store } from '../ports/store.ts';

export interface ProbePorts {
  readonly store: Store;
  readonly ssh: SshPort;
  readonly credentials: Credentials;
  readonly events: EventSink;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly interrupted?: AbortSignal | undefined;
}

/** The invocation that a probe runs in: its id, and when it ends whatever the probe does (epoch milliseconds). */
export interface Invocation {
  readonly requestId: string;
  readonly endsAt: number;
}
