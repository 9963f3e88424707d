import type { Store } from '../ports/store.ts';
import type { LedgeredResult, LedgeredWork } from './ledgered-session.ts';
import type { RawLog } from './raw-log.ts';
import { redact } from './redact.ts';
import { scrub } from './scrub.ts';

/** Stores what a session printed, without secrets and control characters: also that of one that failed half way. */
export async function keepRaw(
  store: Pick<Store, 'saveRawOutputs'>,
  { run, target, credential }: LedgeredWork,
  session: LedgeredResult<unknown>,
  log: RawLog,
): Promise<void> {
  if (session.failure) log.brokeOff(session.partial ?? '');
  if (log.outputs.length === 0) return;
  const { password, passphrase, enable } = credential;
  const secrets = [password, passphrase, enable].filter((secret) => secret !== undefined);
  const outputs = log.outputs.map((each) => ({ ...each, output: redact(scrub(each.output), secrets) }));
  await store.saveRawOutputs(run.runId, target.targetId, outputs);
}
