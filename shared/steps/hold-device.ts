import type { Run } from '../model/run.ts';
import type { Target } from '../model/target.ts';
import type { Deferral } from './deferral.ts';
import type { Invocation, ProbePorts } from './probe-ports.ts';
import { lineOwner, placesOf } from './places.ts';
import { GRACE_MS } from './sweep.ts';

/** A probe that finds its device held waits for it this long before it puts its target off. No session is open meanwhile. */
const PATIENCE_MS = 4_000;
const LOOK_MS = 250;
const LATER_MS = 5_000;
/** About as long as two probes that run into their time limit. */
const LIMIT = 12;

/** What a session holds while it stands: its address, and the device where an earlier visit has told which one it is. */
export interface HeldDevice {
  readonly release: () => Promise<void>;
}

/**
 * One session per device at a time, whichever run or network it belongs to: takes the lease of the address and, where it is known, of
 * the device behind it. A lease ends with its holder's invocation, so a holder that died frees it. Answers a deferral while
 * another holds it.
 */
export async function holdDevice(
  ports: ProbePorts,
  run: Run,
  target: Target,
  invocation: Invocation,
): Promise<HeldDevice | Deferral> {
  const { store, clock } = ports;
  const places = await placesOf(store, run.network, target);
  const owner = lineOwner(run.runId, invocation.requestId);
  const held: string[] = [];
  const release = async (): Promise<void> => {
    for (const place of held.splice(0)) await store.freeLine(place, owner);
  };
  const until = clock.now() + PATIENCE_MS;
  for (const place of places) {
    while (!(await takes(ports, place, owner, invocation))) {
      if (clock.now() >= until || ports.interrupted?.aborted) {
        await release();
        return busy(target);
      }
      await clock.sleep(LOOK_MS, ports.interrupted);
    }
    held.push(place);
  }
  return { release };
}

function takes(
  { store, clock }: ProbePorts,
  place: string,
  owner: string,
  { endsAt }: Invocation,
): Promise<boolean> {
  return store.takeLine(place, { owner, now: clock.now(), until: endsAt + GRACE_MS });
}

function busy({ address, port }: Target): Deferral {
  const reason = `another session of netwalker holds ${address}:${port}`;
  return {
    kind: 'deferred',
    afterMs: LATER_MS,
    reason,
    limit: LIMIT,
    failure: {
      class: 'device-busy',
      phase: 'connect',
      reason: `${reason}, and did so for ${LIMIT} tries: see which run it is with netwalker runs, then run again`,
    },
  };
}
