import type { Plugin } from 'rolldown';

/**
 * Files of libraries that are loaded with them but that no function runs, each with what stands for it in the bundles. A cold start
 * would read and run them every time.
 */
const LEFT_OUT: readonly { readonly file: RegExp; readonly instead: string }[] = [
  // Nothing is copied from or to devices.
  { file: /\/ssh2\/lib\/protocol\/SFTP\.js$/, instead: 'module.exports = {};' },
  // Lambda has no agent to ask for keys: credentials are secrets.
  { file: /\/ssh2\/lib\/agent\.js$/, instead: 'module.exports = { isAgent: () => false };' },
  // ssh2 tries both and falls back to JavaScript where they are missing, as they are wherever nothing was compiled.
  { file: /\/sshcrypto\.node$/, instead: 'module.exports = null; throw new Error("not compiled");' },
  {
    file: /\/cpu-features\/lib\/index\.js$/,
    instead: 'module.exports = null; throw new Error("not compiled");',
  },
];

/** Puts `LEFT_OUT` into effect, and what only private keys with a passphrase need into a file that is read when one is met. */
export const leaveOut: Plugin = {
  name: 'leave-out',
  resolveId(source, importer) {
    if (source.endsWith('/sshcrypto.node')) return source;
    if (source === 'bcrypt-pbkdf' && importer?.includes('/ssh2/')) {
      this.emitFile({ type: 'chunk', id: 'bcrypt-pbkdf', fileName: PASSPHRASES });
      return LATER;
    }
    return source === `./${PASSPHRASES}` ? { id: source, external: true } : null;
  },
  load(id) {
    if (id === LATER)
      return { code: `exports.pbkdf = (...args) => require('./${PASSPHRASES}').pbkdf(...args);` };
    const found = LEFT_OUT.find(({ file }) => file.test(id));
    return found ? { code: found.instead } : null;
  },
};

const PASSPHRASES = 'passphrases.js';
const LATER = '\0bcrypt-pbkdf when it is called';
