import { ulidIds } from '../../../shared/adapters/ulid/ids.ts';
import { runSettingsSchema } from '../../../shared/config.ts';
import { COLLECTORS } from '../../../shared/model/collected.ts';
import { UsageError } from '../../../shared/errors.ts';
import { issueText } from '../../config/issue-text.ts';
import { safeText } from '../../render/safe-text.ts';
import { collect, listed, seconds, whole } from '../run-options.ts';
import { basisOf, defineBasisOptions, type BasisOptions } from '../basis-options.ts';
import { nothingLeft, tellWiderScope } from '../go-on.ts';
import type { CommandResult, Invocation } from '../host.ts';
import type { OpenStack } from '../../stack/open-stack.ts';
import { findBasis } from '../../../shared/steps/basis/find-basis.ts';
import type { RunBasis, RunSettings } from '../../../shared/model/run.ts';
import type { RunAction } from './stack-run.ts';
import { watchOn } from './watch.ts';

interface StartOptions extends BasisOptions {
  readonly seed?: readonly string[];
  readonly scope?: readonly string[];
  readonly exclude?: readonly string[];
  readonly maxDepth?: number;
  readonly concurrency?: number;
  readonly probeTimeout?: number;
  readonly platform?: string;
  readonly collect?: readonly string[];
  readonly keepRaw?: boolean;
  readonly watch?: boolean;
}

/** Starts a run with what is deployed, or less of it: what is said here is checked before it is sent, and by StartRun again. */
export const start: RunAction = {
  summary: 'start a run with the deployed settings, or narrower ones',
  define: (command) => {
    defineBasisOptions(command);
    command
      .option('--seed <host[:port]>', 'start from here instead; may be repeated', collect)
      .option('--scope <cidr>', 'narrow the scope to this; may be repeated', collect)
      .option('--exclude <cidr>', 'do not dial this either; may be repeated', collect)
      .option('--max-depth <n>', 'hops from the seeds', whole)
      .option('--concurrency <n>', 'probes at once; never more than deployed', whole)
      .option('--probe-timeout <seconds>', 'for one device, closing included', seconds)
      .option('--platform <id>', 'the platform of every device, instead of detecting it')
      .option('--collect <what>', `read more of each device: ${COLLECTORS.join(',')}`, listed)
      .option('--keep-raw', 'keep what devices print, without secrets')
      .option('--watch', 'show its progress until it ended');
  },
  run: async (stack, invocation) => {
    const options = invocation.options as StartOptions;
    const said = overridesOf(options);
    const asked = basisOf(options);
    const goesOn = asked ? await goOn(stack, invocation, said, asked) : null;
    if (goesOn && 'text' in goesOn) return goesOn;
    const input = { ...said, ...goesOn };
    const runId = ulidIds.next();
    await stack.executions.start(runId, input);
    if (options.watch) return watchOn(stack, invocation, runId);
    return {
      data: { runId, input },
      text: () => safeText(`run ${runId} is started: netwalker run watch ${runId}`),
    };
  },
};

/**
 * The basis of a run by its id; or the answer, where there is nothing to go on with. The deployed settings are not seen from here: what is
 * left is counted only where nothing else is said, and StartRun decides.
 */
async function goOn(
  { store }: OpenStack,
  { host }: Invocation,
  said: Readonly<Record<string, unknown>>,
  asked: RunBasis,
): Promise<{ readonly basis: RunBasis } | CommandResult> {
  const run = await findBasis(store, { run: asked.run });
  const basis = { ...asked, run: run.runId };
  const settings = { ...run.settings, ...said, basis } as RunSettings & { readonly basis: RunBasis };
  if (asked.visit === 'unvisited') tellWiderScope(host, run, settings);
  const nothing = Object.keys(said).length > 0 ? null : await nothingLeft(store, run, settings, host.now());
  return nothing ?? { basis };
}

/** Only what was said: everything else is the deployment's. Throws UsageError. */
function overridesOf(options: StartOptions): Readonly<Record<string, unknown>> {
  const {
    seed,
    scope,
    exclude,
    maxDepth,
    concurrency,
    probeTimeout,
    platform,
    collect: what,
    keepRaw,
  } = options;
  const said = {
    seeds: seed,
    scope,
    exclude,
    maxDepth,
    concurrency,
    probeTimeoutSeconds: probeTimeout,
    platform,
    collect: what,
    keepRaw,
  };
  const overrides = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const parsed = runSettingsSchema.partial().safeParse(overrides);
  if (parsed.success) return overrides;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issueText(issue)}`);
  throw new UsageError(`the run is not started: ${wrong.join('; ')}`);
}
