import type { Credential } from '../../shared/model/credential.ts';
import type { DialMap } from './mapped-dialer.ts';

export interface RunningLab {
  readonly network: string;
  readonly seeds: readonly string[];
  readonly scope: readonly string[];
  readonly credential: Credential;
  readonly dialMap: DialMap;
  readonly truth: unknown;
  openSessions(): number;
  close(): Promise<void>;
}

/** Starts a simulated network, `campus` or `campus:80`. The only place where the product meets the lab. */
export async function startLabFor(nameAndSize: string): Promise<RunningLab> {
  const { parseLabName } = await import('../../lab/lab-name.ts');
  const { startLab } = await import('../../lab/start-lab.ts');
  const lab = await startLab(parseLabName(nameAndSize));
  return {
    network: lab.network,
    seeds: lab.seeds,
    scope: lab.scope,
    credential: lab.credential,
    dialMap: lab.dialMap,
    truth: lab.truth,
    openSessions: () => lab.openSessions(),
    close: () => lab.close(),
  };
}
