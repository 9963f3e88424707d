import { z } from 'zod';
import { ulidIds } from '../../../shared/adapters/ulid/ids.ts';
import { runSettingsSchema } from '../../../shared/config.ts';
import { COLLECTORS } from '../../../shared/model/collected.ts';
import { UsageError } from '../../../shared/errors.ts';
import { safeText } from '../../render/safe-text.ts';
import { collect, listed, seconds, whole } from '../run-options.ts';
import type { RunAction } from './stack-run.ts';
import { watchOn } from './watch.ts';

interface StartOptions {
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
  define: (command) =>
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
      .option('--watch', 'show its progress until it ended'),
  run: async (stack, invocation) => {
    const options = invocation.options as StartOptions;
    const input = overridesOf(options);
    const runId = ulidIds.next();
    await stack.executions.start(runId, input);
    if (options.watch) return watchOn(stack, invocation, runId);
    return {
      data: { runId, input },
      text: () => safeText(`run ${runId} is started: netwalker run watch ${runId}`),
    };
  },
};

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
  throw new UsageError(`the run is not started: ${z.prettifyError(parsed.error)}`);
}
