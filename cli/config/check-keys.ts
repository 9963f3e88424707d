import { UsageError } from '../../shared/errors.ts';
import type { KeyFault } from '../../shared/adapters/ssh2/check-private-key.ts';
import type { ResolvedCredential } from './resolve-credentials.ts';

/**
 * A key file with which no login can be made is told before anything is dialled: a device would only say that it refuses the user.
 * Throws UsageError.
 */
export async function checkKeys(credentials: readonly ResolvedCredential[]): Promise<void> {
  for (const { credential, origins } of credentials) {
    const { privateKey, passphrase } = credential;
    if (privateKey === undefined) continue;
    // A walk without keys does not wait for the parser to load.
    const { checkPrivateKey } = await import('../../shared/adapters/ssh2/check-private-key.ts');
    const fault = checkPrivateKey(privateKey, passphrase);
    if (fault === null) continue;
    const fromOf = (wanted: string): string => origins.find(({ key }) => key === wanted)?.from ?? '';
    throw new UsageError(
      faultText(fault, { file: fromOf('privateKey'), passphraseEnv: fromOf('passphrase') }),
    );
  }
}

function faultText(fault: KeyFault, from: { readonly file: string; readonly passphraseEnv: string }): string {
  const file = `the key file ${from.file.replace(/^--key-file /, '')}`;
  switch (fault.fault) {
    case 'public':
      return `${file} is a public key: name the private one, most often the file of that name without .pub`;
    case 'encrypted':
      return `${file} is encrypted: name the environment variable that holds its passphrase with passphraseEnv beside keyFile in netwalker.yaml, or use --agent`;
    case 'passphrase':
      return `${file} cannot be decrypted: ${from.passphraseEnv} does not hold its passphrase`;
    case 'format':
      return `${file} holds no private key that can be read (${fault.why}): it takes those that ssh-keygen and PuTTY write; ssh-keygen -p -f FILE turns others into such a one`;
  }
}
