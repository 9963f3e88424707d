import type { Device } from '../../shared/model/device.ts';
import type { Topology } from '../../shared/model/link.ts';
import type { Run } from '../../shared/model/run.ts';
import type { SessionRecord } from '../../shared/model/session-record.ts';
import type { Target } from '../../shared/model/target.ts';
import { loadObservations } from '../../shared/steps/load-topology.ts';
import { canonicalAddress } from '../../shared/topology/address.ts';
import { deriveTopology } from '../../shared/topology/derive-topology.ts';
import { matchDeviceNames } from '../../shared/topology/match-device-names.ts';
import { makeScope } from '../../shared/topology/scope.ts';
import { whoTells } from '../../shared/topology/who-tells.ts';
import { renderExplanations, type Explanation } from '../render/explanation.ts';
import { isoTime } from '../render/times.ts';
import type { CliCommand } from './cli-command.ts';
import { findTargets } from './find-targets.ts';
import { defineDataOptions, withRun } from './stored-data.ts';

/** Every target of the run that a device or address has to do with: why it was visited, skipped or failed, or not heard of. */
export const explain: CliCommand = {
  define: (command) => {
    command.argument('<device|address>', 'a name, an address or a serial number');
    defineDataOptions(command, 'run');
  },
  run: (invocation) =>
    withRun(invocation, async (store, run) => {
      const asked = invocation.args[0] ?? '';
      const { devices, neighbors } = await loadObservations(store, run.network);
      const map = deriveTopology({ devices, neighbors });
      const targets = await findTargets(store, run, asked, [...devices, ...map.devices]);
      // A target that was carried over has its session in the run that visited it.
      const runIds = new Set(targets.map(({ carriedFrom }) => carriedFrom ?? run.runId));
      const sessions = (await Promise.all([...runIds].map((runId) => store.listSessions(runId)))).flat();
      const tellers = tellersIn(run, { devices, map, neighbors }, asked);
      const rows =
        targets.length === 0
          ? [unheardOf(run, asked, devices, tellers)]
          : targets.map((target) => explainTarget(target, { run, sessions, devices, tellers }));
      return { data: rows, text: (columns) => renderExplanations(rows, columns) };
    }),
};

/** Who told of it in this run; of a run that is not the network's last, what its devices have said since is not known as of then. */
function tellersIn(
  run: Run,
  seen: {
    readonly devices: readonly Device[];
    readonly map: Topology;
    readonly neighbors: Parameters<typeof deriveTopology>[0]['neighbors'];
  },
  asked: string,
): Explanation['tellers'] {
  const names = new Set(
    seen.devices.filter(({ lastRunId }) => lastRunId === run.runId).map(({ name }) => name),
  );
  return whoTells(seen.map, asked).map(({ device, localPort, protocols, seenAt }) => ({
    ...{ device, localPort, protocols, seenAt: isoTime(seenAt) },
    inThisRun: names.has(device),
  }));
}

interface Known {
  readonly run: Run;
  readonly sessions: readonly SessionRecord[];
  readonly devices: readonly Device[];
  readonly tellers: Explanation['tellers'];
}

function explainTarget(target: Target, { run, sessions, devices, tellers }: Known): Explanation {
  const { outcome, toldBy, finishedAt, durationMs } = target;
  const from = target.carriedFrom ?? run.runId;
  const mine = sessions.filter(({ runId, targetId }) => runId === from && targetId === target.targetId);
  const deviceId = outcome && 'deviceId' in outcome ? outcome.deviceId : null;
  const stored = devices.find((device) => device.deviceId === deviceId);
  return {
    target: target.targetId,
    runId: run.runId,
    carriedFrom: target.carriedFrom ?? null,
    device:
      stored?.name ??
      mine.find(({ deviceName }) => deviceName !== undefined)?.deviceName ??
      target.nameHint ??
      null,
    toldBy: toldBy && { device: toldBy.deviceName, protocol: toldBy.protocol, localPort: toldBy.localPort },
    tellers,
    isSeed: target.seed,
    depth: target.depth,
    ...scopeOf(run, target.address),
    otherAddresses: target.alternates ?? [],
    platformHint: target.platformHint ?? null,
    status: target.status,
    enqueuedAt: isoTime(target.enqueuedAt),
    claimedBy: target.owner ?? null,
    claimedAt: isoTime(
      finishedAt !== undefined && durationMs !== undefined ? finishedAt - durationMs : undefined,
    ),
    leaseUntil: isoTime(target.leaseUntil),
    deferrals: target.deferrals ?? 0,
    deferredFor: target.deferredFor ?? null,
    notBefore: target.status === 'pending' ? isoTime(target.notBefore) : null,
    ...outcomeOf(target),
    attempts: target.attempts,
    finishedAt: isoTime(finishedAt),
    durationMs: durationMs ?? null,
    sessions: [...mine].sort((a, b) => a.openingAt - b.openingAt).map(sessionOf),
  };
}

function outcomeOf({
  outcome,
}: Target): Pick<Explanation, 'outcome' | 'class' | 'phase' | 'reason' | 'warnings'> {
  const none = { class: null, phase: null, reason: null, warnings: [] };
  switch (outcome?.kind) {
    case undefined:
      return { ...none, outcome: null };
    case 'visited':
      return { ...none, outcome: 'visited', warnings: outcome.warnings ?? [] };
    case 'alias':
      return { ...none, outcome: 'alias', reason: `visited as ${outcome.of}` };
    case 'skipped':
      return { ...none, outcome: 'skipped', class: outcome.skip, reason: outcome.reason };
    case 'failed':
      return {
        ...none,
        outcome: 'failed',
        class: outcome.class,
        phase: outcome.phase,
        reason: outcome.reason,
      };
  }
}

/** The verdict, and the CIDR that gives it. */
function scopeOf(run: Run, address: string): Pick<Explanation, 'scope' | 'scopeRule'> {
  if (canonicalAddress(address) === null) return { scope: null, scopeRule: null };
  const holds = (cidr: string): boolean => makeScope({ scope: [cidr], exclude: [] }).check(address).allowed;
  const verdict = makeScope(run.settings).check(address);
  if (verdict.allowed) return { scope: 'in scope', scopeRule: run.settings.scope.find(holds) ?? null };
  return { scope: verdict.reason, scopeRule: run.settings.exclude.find(holds) ?? null };
}

const sessionOf = (session: SessionRecord): Explanation['sessions'][number] => ({
  sessionId: session.sessionId,
  state: session.state,
  username: session.username,
  requestId: session.requestId,
  openingAt: isoTime(session.openingAt),
  openedAt: isoTime(session.openedAt),
  closedAt: isoTime(session.closedAt),
  durationMs: session.durationMs ?? null,
  closedBy: session.closedBy ?? null,
  proof: session.proof ?? null,
  closeMs: session.closeMs ?? null,
  failure: session.failureClass ?? null,
  evidence: session.leakEvidence ?? null,
  reclaim: reclaimOf(session),
});

function reclaimOf({ state, line, reclaimNote }: SessionRecord): string | null {
  if (state === 'reclaimed') return `its line: ${line ?? 'unknown'}`;
  return reclaimNote === undefined ? null : `not reclaimed: ${reclaimNote}`;
}

/** No target of the run: whether anybody knows of it, and what would have happened if somebody had told of it. */
function unheardOf(
  run: Run,
  asked: string,
  devices: readonly Device[],
  tellers: Explanation['tellers'],
): Explanation {
  const [device] = matchDeviceNames(devices, asked);
  const address = canonicalAddress(asked) ?? device?.addresses[0] ?? null;
  const scope = address === null ? { scope: null, scopeRule: null } : scopeOf(run, address);
  return {
    ...{ target: asked, runId: run.runId, carriedFrom: null, device: device?.name ?? null },
    ...{ toldBy: null, tellers, isSeed: false, depth: null, ...scope },
    ...{ otherAddresses: [], platformHint: null, status: 'unheard', outcome: null },
    ...{ enqueuedAt: null, claimedBy: null, claimedAt: null, leaseUntil: null },
    ...{ deferrals: 0, deferredFor: null, notBefore: null, class: null, phase: null, warnings: [] },
    reason: unheardReason(run, asked, { device, tellers, address, scope: scope.scope }),
    ...{ attempts: 0, finishedAt: null, durationMs: null, sessions: [] },
  };
}

function unheardReason(
  run: Run,
  asked: string,
  known: {
    readonly device: Device | undefined;
    readonly tellers: Explanation['tellers'];
    readonly address: string | null;
    readonly scope: string | null;
  },
): string {
  const { device, tellers, address, scope } = known;
  const told =
    tellers.length > 0
      ? `run ${run.runId} made no target of ${asked}, of which others tell`
      : `run ${run.runId} never heard of ${asked}: it is no seed, and no visited device named it as a neighbor`;
  const before = device
    ? `. Run ${device.lastRunId} visited it, ${isoTime(device.lastSeenAt)}: netwalker history ${asked} tells more`
    : '';
  if (address === null)
    return `${told}${before}. Is CDP or LLDP on at both ends? Or give its address with --seed`;
  if (scope === 'in scope') return `${told}${before}. It is in scope: give it with --seed`;
  return `${told}${before}. It would not be dialled either: ${scope}`;
}
