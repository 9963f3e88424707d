import { ENV } from '../../shared/names.ts';
import { secretReader } from '../../shared/adapters/secrets-manager/secret-reader.ts';
import { ssh2Port } from '../../shared/adapters/ssh2/connect.ts';
import { ulidIds } from '../../shared/adapters/ulid/ids.ts';
import type { ProbePorts } from '../../shared/steps/probe-ports.ts';
import { secretCredentials, type MatchedSecret } from '../../shared/steps/secret-credentials.ts';
import { baseWiring } from './base-wiring.ts';

/** For those that log in to devices: SSH, and the secrets that are named. */
export async function diallingWiring(): Promise<ProbePorts> {
  return {
    ...baseWiring(),
    ssh: ssh2Port({}),
    credentials: secretCredentials(
      JSON.parse(process.env[ENV.credentials] ?? '[]') as MatchedSecret[],
      secretReader(),
    ),
    ids: ulidIds,
  };
}
