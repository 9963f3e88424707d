import { runSettingsSchema } from '../../config.ts';
import { UsageError } from '../../errors.ts';
import type { Run, RunBasis, RunSettings } from '../../model/run.ts';
import type { Store } from '../../ports/store.ts';
import { findBasis } from './find-basis.ts';

type Given = Readonly<Record<string, unknown>>;

/**
 * The run that an input asks to go on from, and the input with what that run was told: above what is deployed where its walk is gone on
 * with, else below. Null where nothing is asked for. Throws UsageError.
 */
export async function askedBasis(
  store: Pick<Store, 'getRun' | 'listRuns'>,
  runId: string,
  input: Given,
  deployed: Given | undefined,
): Promise<{ readonly basis: Run | null; readonly given: Given }> {
  if (input['basis'] === undefined) return { basis: null, given: input };
  const asked = runSettingsSchema.shape.basis.safeParse(input['basis']);
  if (!asked.success || !asked.data)
    throw new UsageError(`the basis of the run is not valid: ${asked.error?.issues[0]?.message ?? ''}`);
  const network = input['network'] ?? deployed?.['network'];
  const basis = await findBasis(store, {
    run: asked.data.run,
    runId,
    ...(typeof network === 'string' ? { network } : {}),
  });
  const said = { ...asked.data, run: basis.runId } as RunBasis;
  return { basis, given: { ...settingsFrom(basis, said.visit, deployed), ...input, basis: said } };
}

/** What a run was told, without what it went on from. */
export function toldTo({ settings }: Run): Omit<RunSettings, 'basis' | 'exec'> {
  const { basis: _before, exec: _commands, ...told } = settings;
  return told;
}

function settingsFrom(basis: Run, visit: RunBasis['visit'], deployed: Given | undefined): Given {
  const told = toldTo(basis);
  return visit === 'unvisited' ? told : { ...told, ...deployed };
}
