import type { Device } from '../model/device.ts';
import type { NeighborEntry } from '../model/neighbor.ts';
import type { Run } from '../model/run.ts';
import type { Target } from '../model/target.ts';
import { findPlatform } from '../platform/platforms.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventSink } from '../ports/events.ts';
import type { Store } from '../ports/store.ts';
import { readCollection } from './collect-data.ts';
import { targetsFromNeighbors } from './follow-neighbors.ts';
import { inParallel } from './in-parallel.ts';
import { parseNeighbors } from './read-neighbors.ts';
import { recordAliases } from './resolve-identity.ts';
import { scrub } from './scrub.ts';
import type { Visit } from './visit-device.ts';

/** Parses what a visit brought, stores device, aliases and neighbors, and enqueues the targets that follow from them. */
export async function storeVisit(
  ports: { readonly store: Store; readonly clock: Clock; readonly events: EventSink },
  run: Run,
  target: Target,
  visit: Extract<Visit, { kind: 'visited' }>,
): Promise<{ readonly neighbors: number; readonly warnings: readonly string[] }> {
  const { store, clock } = ports;
  const { network, runId } = run;
  const now = clock.now();
  const neighbors = scrub(await parseNeighbors(visit.platformId, visit.outputs));
  const { warnings, ...collected } = scrub(await readCollection(visit.platformId, visit.collection));
  await store.saveDevice({ ...deviceOf(run, target, visit, now), ...collected });
  await Promise.all([
    recordAliases(store, network, visit.deviceId, visit.identity, target.address),
    store.saveNeighbors(
      network,
      visit.deviceId,
      neighbors.map((entry) => ({ ...entry, deviceId: visit.deviceId, runId, seenAt: now })),
    ),
  ]);
  const from = { deviceId: visit.deviceId, deviceName: visit.identity.name, depth: target.depth };
  await enqueueNew(ports, runId, targetsFromNeighbors(run, from, neighbors, now));
  return { neighbors: neighbors.length, warnings: [...warningsOf(visit, neighbors), ...warnings] };
}

/** As many writes at once as the table takes without a queue. */
const PARALLEL = 16;

/** Most neighbors are known to the run: to read that costs a fifth of a write that is refused, and one request for all. */
async function enqueueNew(
  { store, events }: { readonly store: Store; readonly events: EventSink },
  runId: string,
  targets: readonly Target[],
): Promise<void> {
  const known = await store.knownTargets(
    runId,
    targets.map(({ targetId }) => targetId),
  );
  const unknown = targets.filter(({ targetId }) => !known.has(targetId));
  await inParallel(unknown, PARALLEL, async (target) => {
    if (!(await store.enqueue(target))) return;
    const { targetId, status } = target;
    events.emit({ type: 'target-enqueued', runId, targetId, skipped: status !== 'pending' });
  });
}

function deviceOf(run: Run, target: Target, visit: Extract<Visit, { kind: 'visited' }>, now: number): Device {
  const { facts } = visit;
  const own = (facts.ports ?? []).flatMap((port) => port.addresses ?? []);
  return {
    deviceId: visit.deviceId,
    network: run.network,
    name: visit.identity.name,
    platform: visit.platformId,
    vendor: facts.vendor ?? visit.vendor,
    ...(facts.model === undefined ? {} : { model: facts.model }),
    ...(facts.osVersion === undefined ? {} : { osVersion: facts.osVersion }),
    ...(facts.uptimeSeconds === undefined ? {} : { uptimeSeconds: facts.uptimeSeconds }),
    serials: facts.serials ?? [],
    ...(facts.serials?.length ? { lastSerials: facts.serials } : {}),
    chassisIds: facts.chassisIds ?? [],
    addresses: [...new Set([target.address, ...own.filter(isRoutable)])],
    ports: facts.ports ?? [],
    firstSeenAt: now,
    lastSeenAt: now,
    lastRunId: run.runId,
    unsupported: visit.refused.map(({ command }) => command),
    answered: visit.answered,
  };
}

/** Loopback and link-local addresses are on every device: they identify none. */
const isRoutable = (address: string): boolean => !/^(127\.|169\.254\.|::1$|fe80:)/i.test(address);

function warningsOf(
  visit: Extract<Visit, { kind: 'visited' }>,
  neighbors: readonly NeighborEntry[],
): readonly string[] {
  const warnings: string[] = [];
  if (visit.outputs.length === 0) {
    const asked = new Set(findPlatform(visit.platformId)?.probe.neighbors.map(({ command }) => command));
    const refused = visit.refused.filter(({ command }) => asked.has(command));
    const said = refused.map(({ command, said: words }) => `${command}: ${words || 'no answer'}`).join('; ');
    warnings.push(`told no neighbors (${said}): are CDP or LLDP on, and may this account see them?`);
  }
  const portless = neighbors.filter((entry) => entry.localPort === null).length;
  if (portless > 0) warnings.push(`${portless} neighbors without a local port`);
  if (visit.unaskedPorts > 0) {
    const seconds = 'raise --probe-timeout, or give their addresses with --seed';
    warnings.push(
      `${visit.unaskedPorts} ports not asked for management addresses, for want of time: ${seconds}`,
    );
  }
  return warnings;
}
