import type { Clock, Ids } from '../shared/ports/clock.ts';
import type { Credentials } from '../shared/ports/credentials.ts';
import type { EventSink } from '../shared/ports/events.ts';
import type { Resolver } from '../shared/ports/resolver.ts';
import type { SshPort } from '../shared/ports/ssh.ts';
import type { Store } from '../shared/ports/store.ts';

/** What the steps stand on. On Lambda it is made from the environment once per sandbox; locally the engine makes it. */
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
  /** The deployed settings, as the environment has them. */
  readonly deployedSettings?: Readonly<Record<string, unknown>>;
}
