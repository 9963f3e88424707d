import { UsageError } from '../../shared/errors.ts';
import type { NetworkView, ViewedDevice } from '../../shared/model/network-view.ts';
import type { RunExec } from '../../shared/model/run.ts';
import { checkLines, refusalOf } from '../../shared/steps/exec/exec-targets.ts';
import { filterOf, hasFilters } from '../commands/filter-options.ts';
import type { Invocation } from '../commands/host.ts';
import { selectView } from '../../shared/topology/select-view.ts';

/** Ids of devices that go with the input of an execution, which Step Functions bounds at 256 KB. */
const IDS_BYTES = 200_000;

export interface Chosen {
  readonly devices: readonly ViewedDevice[];
  readonly exec: RunExec;
}

/**
 * The known devices that the flags mean, and what is asked of them. Throws UsageError where there is none, and for commands that none of them
 * may get: nothing is dialled then.
 */
export function chooseDevices(view: NetworkView, invocation: Invocation): Chosen {
  const { options } = invocation;
  const commands = [...new Set((options['command'] as readonly string[] | undefined) ?? [])].map((one) =>
    one.trim(),
  );
  if (commands.length === 0)
    throw new UsageError("name what to run with --command, such as --command 'show clock'");
  const asked = { commands, allowAny: options['allowAny'] === true };
  checkLines(asked);
  const known = view.devices.filter(({ stored }) => stored !== null);
  if (known.length === 0)
    throw new UsageError(
      `no device of the network ${view.network} is known yet: walk it first, with netwalker discover`,
    );
  const narrowed = withFilterFlag(invocation);
  const isNarrowed = hasFilters(narrowed);
  const devices = isNarrowed
    ? selectView(view, filterOf(view, narrowed)).devices.filter(({ stored }) => stored !== null)
    : known;
  if (devices.length === 0)
    throw new UsageError(
      `none of the ${known.length} known devices of the network ${view.network} fits the filters`,
    );
  refuseForAll(asked, devices);
  const ids = devices.map(({ nodeId }) => nodeId);
  if (isNarrowed && Buffer.byteLength(JSON.stringify(ids)) > IDS_BYTES) {
    throw new UsageError(
      `these are ${ids.length} devices, more than one run can be told: narrow the filters, or leave them out for all`,
    );
  }
  return { devices, exec: { ...asked, ...(isNarrowed ? { devices: ids } : {}) } };
}

/** `--filter` is `--name`. */
function withFilterFlag(invocation: Invocation): Invocation {
  const { filter, name } = invocation.options as { filter?: readonly string[]; name?: readonly string[] };
  if (filter === undefined) return invocation;
  return { ...invocation, options: { ...invocation.options, name: [...(name ?? []), ...filter] } };
}

/** Where some of the devices take a command, the others are reported as refused. */
function refuseForAll(exec: RunExec, devices: readonly ViewedDevice[]): void {
  const platforms = [...new Set(devices.map(({ stored }) => stored?.platform ?? 'unknown'))];
  const refusals = platforms.map((platform) => refusalOf(exec, platform));
  if (refusals.some((refusal) => refusal === null)) return;
  throw new UsageError(`${refusals.join('; ')}. --allow-any runs it all the same`);
}
