import type { CollectorName, InterfaceAddress, Vlan } from '../model/collected.ts';
import type { Session } from '../session/session.ts';
import type { Answer, Answers } from './answers.ts';
import { parsing } from './parsing.ts';
import type { WorkTime } from './read-neighbors.ts';

export interface CollectOrder {
  readonly collectors: readonly CollectorName[];
  readonly time: WorkTime;
}

/** What a visit collected so far; it grows while the session stands, and is parsed after its close. */
export interface Collection {
  readonly outputs: (Answer & { readonly collector: CollectorName })[];
  /** What was not collected, and why. */
  readonly warnings: string[];
}

export interface CollectedData {
  readonly vlans?: readonly Vlan[];
  readonly interfaceAddresses?: readonly InterfaceAddress[];
  readonly warnings: readonly string[];
}

/**
 * Asks the collectors' commands of the platform into the collection: what came is kept even where a later command ends the session.
 * One that the device does not know is remembered among the refused answers; a platform without one is asked nothing.
 */
export async function collectInto(
  collection: Collection,
  session: Session,
  answers: Answers,
  { collectors, time }: CollectOrder,
): Promise<void> {
  const { channel, collect = {} } = session.platform;
  const planned = collectors.flatMap((collector) =>
    (collect[collector] ?? []).map((command) => ({ collector, command })),
  );
  const hasTime = (): boolean => time.clock.now() < time.until;
  if (channel === 'exec' && planned.length > 0 && hasTime())
    await answers.prefetch(planned.map(({ command }) => command));
  for (const { collector, command } of planned) {
    if (!hasTime()) {
      collection.warnings.push(`${collector} not collected ("${command.command}"): too little time was left`);
      continue;
    }
    const answer = await answers.ask(command);
    if (answer) collection.outputs.push({ ...answer, collector });
  }
}

/** Reads what was collected. A key is there only where something was read: nothing never replaces what is known. */
export async function readCollection(
  platformId: string,
  { outputs, warnings }: Collection,
): Promise<CollectedData> {
  const { parseOutput } = await parsing();
  const read = outputs.map(({ command, output }) => parseOutput(platformId, command, output));
  const vlans = read.flatMap((one) => ('vlans' in one ? one.vlans : []));
  const interfaceAddresses = read.flatMap((one) => ('addresses' in one ? one.addresses : []));
  const found = { vlans, addresses: interfaceAddresses };
  const unread = outputs.filter(({ collector, output }) => found[collector].length === 0 && isText(output));
  return {
    ...(vlans.length > 0 ? { vlans } : {}),
    ...(interfaceAddresses.length > 0 ? { interfaceAddresses } : {}),
    warnings: [
      ...warnings,
      ...unread.map(({ collector, command }) => `no ${collector} in what "${command}" printed`),
    ],
  };
}

/** JSON and silence say that there are none. */
const isText = (output: string): boolean => !/^\s*(?:[[{]|$)/.test(output);
