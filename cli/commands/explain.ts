import type { SessionRecord } from '../../shared/model/session-record.ts';
import type { Run } from '../../shared/model/run.ts';
import type { Target } from '../../shared/model/target.ts';
import type { Store } from '../../shared/ports/store.ts';
import { canonicalAddress } from '../../shared/topology/address.ts';
import { shortName } from '../../shared/topology/device-name.ts';
import { matchDeviceNames } from '../../shared/topology/match-device-names.ts';
import { makeScope } from '../../shared/topology/scope.ts';
import { renderExplanations } from '../render/explanation.ts';
import type { Explanation } from '../render/explanation.ts';
import { isoTime } from '../render/times.ts';
import type { CliCommand } from './cli-command.ts';
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
      const targets = await findTargets(store, run, asked);
      const sessions = targets.length === 0 ? [] : await store.listSessions(run.runId);
      const rows = targets.map((target) => explainTarget(target, run, sessions));
      return {
        data: rows,
        text: () => (rows.length === 0 ? unheardOf(run, asked) : renderExplanations(rows)),
      };
    }),
};

async function findTargets(store: Store, run: Run, asked: string): Promise<readonly Target[]> {
  const wanted = canonicalAddress(asked) ?? asked.toLowerCase();
  const devices = matchDeviceNames(await store.listDevices(run.network), asked);
  const addresses = new Set([wanted, ...devices.flatMap((device) => device.addresses)]);
  const ids = new Set(devices.map(({ deviceId }) => deviceId));
  const name = shortName(asked).toLowerCase();
  const all = await store.listTargets(run.runId);
  return all
    .filter(
      ({ targetId, address, outcome, nameHint }) =>
        targetId === wanted ||
        addresses.has(address) ||
        (outcome !== undefined && 'deviceId' in outcome && ids.has(outcome.deviceId)) ||
        (nameHint !== undefined && shortName(nameHint).toLowerCase() === name),
    )
    .sort((a, b) => a.depth - b.depth || a.enqueuedAt - b.enqueuedAt);
}

function explainTarget(target: Target, run: Run, sessions: readonly SessionRecord[]): Explanation {
  const { outcome, toldBy } = target;
  const verdict = canonicalAddress(target.address) ? makeScope(run.settings).check(target.address) : null;
  const mine = sessions.filter(({ targetId }) => targetId === target.targetId);
  return {
    target: target.targetId,
    runId: run.runId,
    device: mine.find(({ deviceName }) => deviceName !== undefined)?.deviceName ?? target.nameHint ?? null,
    toldBy: toldBy && { device: toldBy.deviceName, protocol: toldBy.protocol, localPort: toldBy.localPort },
    isSeed: target.seed,
    depth: target.depth,
    scope: verdict === null ? null : verdict.allowed ? 'in scope' : verdict.reason,
    status: target.status,
    outcome: outcome?.kind ?? null,
    class: outcome?.kind === 'failed' ? outcome.class : outcome?.kind === 'skipped' ? outcome.skip : null,
    phase: outcome?.kind === 'failed' ? outcome.phase : null,
    reason:
      outcome && 'reason' in outcome
        ? outcome.reason
        : outcome?.kind === 'alias'
          ? `visited as ${outcome.of}`
          : null,
    warnings: (outcome?.kind === 'visited' && outcome.warnings) || [],
    attempts: target.attempts,
    durationMs: target.durationMs ?? null,
    sessions: mine
      .sort((a, b) => a.openingAt - b.openingAt)
      .map((session) => ({
        sessionId: session.sessionId,
        state: session.state,
        openedAt: isoTime(session.openedAt),
        durationMs: session.durationMs ?? null,
        closedBy: session.closedBy ?? null,
        proof: session.proof ?? null,
        evidence: session.leakEvidence ?? null,
        reclaim: reclaimOf(session),
      })),
  };
}

function reclaimOf({ state, line, reclaimNote }: SessionRecord): string | null {
  if (state === 'reclaimed') return `its line: ${line ?? 'unknown'}`;
  return reclaimNote === undefined ? null : `not reclaimed: ${reclaimNote}`;
}

/** Nobody told of it: what would have happened if somebody had. */
function unheardOf(run: Run, asked: string): string {
  const told = `run ${run.runId} never heard of ${asked}: it is no seed, and no visited device named it as a neighbor`;
  const address = canonicalAddress(asked);
  if (address === null) return `${told}. Is CDP or LLDP on at both ends? Or give its address with --seed`;
  const verdict = makeScope(run.settings).check(address);
  return verdict.allowed
    ? `${told}. It is in scope: give it with --seed`
    : `${told}. It would not be dialled either: ${verdict.reason}`;
}
