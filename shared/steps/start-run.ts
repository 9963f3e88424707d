import { RunLockedError, UsageError } from '../errors.ts';
import type { StartRunInput, StartRunOutput } from '../model/payloads.ts';
import type { Run, RunSettings } from '../model/run.ts';
import type { Target } from '../model/target.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventSink } from '../ports/events.ts';
import type { Resolver } from '../ports/resolver.ts';
import type { Store } from '../ports/store.ts';
import { askedBasis } from './basis/asked-basis.ts';
import { recordCarried, takeOver, type TakenOver } from './basis/take-over.ts';
import { checkLines, execTargets } from './exec/exec-targets.ts';
import { inParallel } from './in-parallel.ts';
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

/** Writes of targets in flight at once. */
const PARALLEL = 16;

/**
 * Validates the input, takes the network's lock, stores the run and enqueues the seeds; where it goes on from another run, also what it
 * takes over of that. Safe to repeat with the same run id. Throws UsageError for settings that cannot be, RunLockedError while another
 * run of the network is alive.
 */
export async function startRun(ports: StartRunPorts, input: StartRunInput): Promise<StartRunOutput> {
  const { store, clock, events, deployedSettings } = ports;
  const { runId } = input;
  const { basis, given } = await askedBasis(store, runId, input.input, deployedSettings);
  const settings = narrowedSettings(given, deployedSettings);
  const { exec } = settings;
  if (exec && basis) throw new UsageError('a run goes on from another one, or runs commands: not both');
  if (exec) checkLines(exec);
  const now = clock.now();
  await lock(ports, settings.network, runId, now);
  await store.createRun({
    runId,
    network: settings.network,
    status: 'running',
    settings: storedOf(settings),
    startedAt: now,
    waves: 0,
  });
  const taken = basis ? await takeOver(store, { runId, settings, basis, now }) : null;
  events.emit({
    type: 'run-started',
    runId,
    seeds: settings.seeds,
    ...(basis && taken ? { goesOnFrom: basis.runId, carriedOver: taken.carried.length } : {}),
  });
  if (exec) await enqueue(ports, await execTargets(store, { runId, settings, exec, now }));
  else await enqueueAll(ports, { runId, settings, now, taken });
  return { runId, wave: 0, concurrency: settings.concurrency };
}

async function lock({ store }: StartRunPorts, network: string, runId: string, now: number): Promise<void> {
  if (await store.lockNetwork(network, runId, now, now + LOCK_LEASE_MS)) return;
  const holder = await store.lockHolder(network);
  throw new RunLockedError(
    `run ${holder?.runId ?? '(unknown)'} is walking the network "${network}": wait until it ends, or stop it first`,
  );
}

/** The devices of a run with commands are its targets: every probe reads the run. */
function storedOf({ exec, ...settings }: RunSettings): RunSettings {
  if (!exec) return settings;
  const { commands, allowAny } = exec;
  return { ...settings, exec: { commands, allowAny } };
}

async function enqueueAll(
  ports: StartRunPorts,
  run: Pick<Run, 'runId'> & {
    readonly settings: RunSettings;
    readonly now: number;
    readonly taken: TakenOver | null;
  },
): Promise<void> {
  const { store, resolver } = ports;
  const { runId, settings, now, taken } = run;
  // What is carried over stands before a target may lead to it.
  if (taken) await recordCarried(store, taken);
  const seeds = taken ? { ...settings, seeds: taken.seeds } : settings;
  await enqueue(ports, [...(taken?.toVisit ?? []), ...(await seedTargets(seeds, runId, now, resolver))]);
}

async function enqueue({ store, events }: StartRunPorts, targets: readonly Target[]): Promise<void> {
  await inParallel(targets, PARALLEL, async (target) => {
    await store.enqueue(target);
    const { runId, targetId, status } = target;
    events.emit({ type: 'target-enqueued', runId, targetId, skipped: status !== 'pending' });
  });
}
