import type { SessionRecord } from '../../shared/model/session-record.ts';
import type { Run } from '../../shared/model/run.ts';
import type { Target } from '../../shared/model/target.ts';
import { canonicalAddress } from '../../shared/topology/address.ts';
import { makeScope } from '../../shared/topology/scope.ts';
import { renderExplanations } from '../render/explanation.ts';
import type { Explanation } from '../render/explanation.ts';
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
      const targets = await findTargets(store, run, asked);
      // A target that was carried over has its session in the run that visited it.
      const runIds = new Set(targets.map(({ carriedFrom }) => carriedFrom ?? run.runId));
      const sessions = (await Promise.all([...runIds].map((runId) => store.listSessions(runId)))).flat();
      const rows = targets.map((target) => explainTarget(target, run, sessions));
      return {
        data: rows,
        text: () => (rows.length === 0 ? unheardOf(run, asked) : renderExplanations(rows)),
      };
    }),
};

function explainTarget(target: Target, run: Run, sessions: readonly SessionRecord[]): Explanation {
  const { outcome, toldBy } = target;
  const verdict = canonicalAddress(target.address) ? makeScope(run.settings).check(target.address) : null;
  const from = target.carriedFrom ?? run.runId;
  const mine = sessions.filter(({ runId, targetId }) => runId === from && targetId === target.targetId);
  return {
    target: target.targetId,
    runId: run.runId,
    carriedFrom: target.carriedFrom ?? null,
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
