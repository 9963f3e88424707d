/**
 * `ssh2/lib/client.js` is imported by its file: the package's index also loads its server, agents and SFTP helpers and
 * makes a bundle larger (303 kB against 329 kB, measured). It has no types of its own.
 */
declare module 'ssh2/lib/client.js' {
  import { Client } from 'ssh2';
  export default Client;
}

declare module 'ssh2/lib/protocol/constants.js' {
  /** What this version of ssh2 can do on this version of Node. Naming anything else makes `connect()` throw. */
  const constants: {
    readonly SUPPORTED_KEX: readonly string[];
    readonly SUPPORTED_SERVER_HOST_KEY: readonly string[];
    readonly SUPPORTED_CIPHER: readonly string[];
    readonly SUPPORTED_MAC: readonly string[];
  };
  export default constants;
}

declare module 'ssh2/lib/protocol/keyParser.js' {
  import type { ParsedKey } from 'ssh2';
  /** Never throws. `passphrase` is for a key that is encrypted. */
  const keyParser: {
    readonly parseKey: (data: string, passphrase?: string) => ParsedKey | Error;
  };
  export default keyParser;
}
