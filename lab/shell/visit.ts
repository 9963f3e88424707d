import type { Socket } from 'node:net';
import type { Connection } from 'ssh2';
import type { CliContext } from '../device/cli-context.ts';
import type { FaultBehavior } from '../fault.ts';

/** One connection to one device, as its shells need it. */
export interface Visit {
  readonly behavior: FaultBehavior;
  readonly socket: Socket;
  readonly client: Connection;
  readonly cli: CliContext;
  readonly enableSecret: string;
}
