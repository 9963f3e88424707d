import { RunLockedError } from '../errors.ts';
import type { StartRunInput, StartRunOutput } from '../model/payloads.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventSink } from '../ports/events.ts';
import type { Resolver } from '../ports/resolver.ts';
import type { Store } from '../ports/store.ts';
import { narrowedSettings } from './narrowed-settings.ts';
import { LOCK_LEASE_MS } from './run-lock.ts';
import { seedTargets } from './seed-targets.ts';

export interface StartRunPorts {
  readonly store: Store;
  readonly resolver: Resolver;
  readonly clock: Clock;
  readonly events: EventSink;
  readonly deployedSettings?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Validates the input, takes the network's lock, stores the run and enqueues the seeds. Safe to repeat with the same run
 * id. Throws UsageError for settings that cannot be, RunLockedError while another run of the network is alive.
 */
export async function startRun(ports: StartRunPorts, input: StartRunInput): Promise<StartRunOutput> {
  const { store, clock, events } = ports;
  const settings = narrowedSettings(input.input, ports.deployedSettings);
  const now = clock.now();
  const { runId } = input;
  if (!(await store.lockNetwork(settings.network, runId, now, now + LOCK_LEASE_MS))) {
    const holder = await store.lockHolder(settings.network);
    throw new RunLockedError(
      `run ${holder?.runId ?? '(unknown)'} is walking the network "${settings.network}": wait until it ends, or stop it first`,
    );
  }
  await store.createRun({
    runId,
    network: settings.network,
    status: 'running',
    settings,
    startedAt: now,
    waves: 0,
  });
  events.emit({ type: 'run-started', runId, seeds: settings.seeds });
  for (const target of await seedTargets(settings, runId, now, ports.resolver)) {
    await store.enqueue(target);
    events.emit({
      type: 'target-enqueued',
      runId,
      targetId: target.targetId,
      skipped: target.status !== 'pending',
    });
  }
  return { runId, wave: 0, concurrency: settings.concurrency };
}
