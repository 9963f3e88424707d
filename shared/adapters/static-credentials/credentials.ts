import type { Credential } from '../../model/credential.ts';
import type { Credentials } from '../../ports/credentials.ts';

/** One credential for every target: what a person gave on the command line. */
export const staticCredentials = (credential: Credential): Credentials => ({
  forTarget: async () => credential,
});
