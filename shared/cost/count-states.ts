interface StateText {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly End?: boolean;
  readonly Choices?: readonly {
    readonly Variable?: string;
    readonly StringEquals?: string;
    readonly Next?: string;
  }[];
  readonly ItemProcessor?: MachineText;
}

interface MachineText {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, StateText>>;
}

export interface StateCounts {
  /** States entered once in a run, the last look at the frontier included. */
  readonly perRun: number;
  /** States entered in each wave. */
  readonly perWave: number;
  /** States entered for each device. */
  readonly perDevice: number;
}

/**
 * How many states a run enters when nothing fails, read from the workflow's text: AWS bills each. Throws where the text has no wave
 * loop, so that an estimate never stands on a workflow that is not there.
 */
export function countStates(workflow: object): StateCounts {
  const machine = workflow as MachineText;
  const withoutWork = walk(machine, { '$.next': 'done' });
  const withOneWave = walk(machine, { '$.next': 'probe', '$.verdict': 'continue' }, { '$.next': 'done' });
  const map = Object.values(machine.States).find(({ ItemProcessor }) => ItemProcessor !== undefined);
  if (!map?.ItemProcessor || withOneWave <= withoutWork) throw new Error('the workflow has no wave to count');
  return {
    perRun: withoutWork,
    perWave: withOneWave - withoutWork,
    perDevice: walk(map.ItemProcessor, {}),
  };
}

const LONGEST = 1_000;

/** States entered from the start to an end; what Choices ask for changes to `later` once a Map was passed. */
function walk(
  machine: MachineText,
  answers: Readonly<Record<string, string>>,
  later: Readonly<Record<string, string>> = {},
): number {
  let known = answers;
  let name: string | undefined = machine.StartAt;
  let entered = 0;
  while (name !== undefined && entered < LONGEST) {
    const state: StateText | undefined = machine.States[name];
    if (!state) break;
    entered += 1;
    if (state.Type === 'Map') known = { ...known, ...later };
    const chosen: { readonly Next?: string } | undefined = state.Choices?.find(
      ({ Variable, StringEquals }) => StringEquals !== undefined && known[Variable ?? ''] === StringEquals,
    );
    name = chosen?.Next ?? state.Next ?? state.Default;
  }
  return entered;
}
