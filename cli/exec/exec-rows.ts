import type { ViewedDevice } from '../../shared/model/network-view.ts';
import type { RawOutput } from '../../shared/model/raw-output.ts';
import type { Run } from '../../shared/model/run.ts';
import type { Target } from '../../shared/model/target.ts';
import { checkReadOnly } from '../../shared/platform/check-command.ts';
import type { Store } from '../../shared/ports/store.ts';

/** What one command did on one device. */
export interface ExecRow {
  readonly device: string;
  readonly address: string;
  readonly platform: string | null;
  readonly site: string | null;
  readonly command: string;
  /**
   * `ok`; `rejected`: the device does not know it; `failed`: it ended with another exit status than 0; `broken-off`: the session ended in the
   * middle of it; `refused`: netwalker does not run it there; `not-run`: there was no session for it.
   */
  readonly status: RawOutput['status'] | 'refused' | 'not-run';
  /** Why it is not `ok`. */
  readonly reason: string | null;
  /** Without secrets and control characters. */
  readonly output: string;
  /** How many characters were cut off its end. */
  readonly cut: number | null;
}

/** A row for each device and command, by device name, in the order of the commands. */
export async function execRows(
  store: Pick<Store, 'listTargets' | 'listRawOutputs'>,
  run: Run,
  devices: readonly ViewedDevice[],
): Promise<readonly ExecRow[]> {
  const targets = Map.groupBy(await store.listTargets(run.runId), ({ deviceId }) => deviceId ?? '');
  const rows: ExecRow[] = [];
  for (const device of [...devices].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))) {
    const target = bestOf(targets.get(device.nodeId) ?? []);
    const outputs = target ? await store.listRawOutputs(run.runId, target.targetId) : [];
    for (const command of run.settings.exec?.commands ?? [])
      rows.push(rowOf(device, target, command, outputs));
  }
  return rows;
}

/** A device that did not answer at one address was tried at another: what counts is where it got furthest. */
function bestOf(targets: readonly Target[]): Target | null {
  const visited = targets.find(({ outcome }) => outcome?.kind === 'visited');
  return visited ?? targets.find(({ outcome }) => outcome?.kind === 'failed') ?? targets[0] ?? null;
}

function rowOf(
  device: ViewedDevice,
  target: Target | null,
  command: string,
  outputs: readonly RawOutput[],
): ExecRow {
  const { name, platform, site, addresses } = device;
  const about = { device: name, address: target?.address ?? addresses[0] ?? '', platform, site, command };
  const found = outputs.find((one) => one.command === command) ?? brokenOff(command, outputs);
  if (found) {
    const { status, output, cut = null } = found;
    return { ...about, status, reason: reasonOf(status, target), output: output.replace(/\n+$/, ''), cut };
  }
  return { ...about, ...missing(device, target, command), output: '', cut: null };
}

/** Where all commands went out together, nobody knows which one it was that ended the session. */
const brokenOff = (command: string, outputs: readonly RawOutput[]): RawOutput | undefined =>
  outputs.find((one) => one.status === 'broken-off' && one.command.split('; ').includes(command));

function reasonOf(status: RawOutput['status'], target: Target | null): string | null {
  switch (status) {
    case 'ok':
      return null;
    case 'rejected':
      return 'the device does not take it';
    case 'failed':
      return 'it ended with another exit status than 0';
    case 'broken-off':
      return failureOf(target) ?? 'the session ended in the middle of it';
  }
}

function missing(
  { platform }: ViewedDevice,
  target: Target | null,
  command: string,
): Pick<ExecRow, 'status' | 'reason'> {
  const outcome = target?.outcome;
  const refused = platform === null ? null : checkReadOnly(platform, command);
  const notThere = { status: 'refused', reason: `not run on ${platform}: ${refused}` } as const;
  if (outcome?.kind === 'skipped') {
    const isHere = outcome.skip === 'command-not-allowed' && refused !== null;
    return isHere ? notThere : { status: 'refused', reason: outcome.reason };
  }
  if (outcome?.kind === 'failed') return { status: 'not-run', reason: failureOf(target) };
  if (outcome?.kind !== 'visited') return { status: 'not-run', reason: 'the run ended before its turn came' };
  if (refused !== null) return notThere;
  return { status: 'not-run', reason: outcome.warnings?.join('; ') ?? 'its platform does not take it' };
}

const failureOf = (target: Target | null): string | null =>
  target?.outcome?.kind === 'failed' ? `${target.outcome.class}: ${target.outcome.reason}` : null;
