import type { Clock, Ids } from '../shared/ports/clock.ts';
import type { Credentials } from '../shared/ports/credentials.ts';
import type { EventSink } from '../shared/ports/events.ts';
import type { Resolver } from '../shared/ports/resolver.ts';
import type { SshPort } from '../shared/ports/ssh.ts';
import type { Store } from '../shared/ports/store.ts';

/** What all the steps stand on together: the local engine makes it. On Lambda each function has its own (`lambda-wiring/`). */
export interface Wiring {
  readonly store: Store;
  readonly ssh: SshPort;
  readonly credentials: Credentials;
  readonly resolver: Resolver;
  readonly events: EventSink;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Aborted when the process is asked to stop (locally: Ctrl-C). */
  readonly interrupted?: AbortSignal;
}
