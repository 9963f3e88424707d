/** What stands in place of a secret. */
const REMOVED = '<removed>';
/** Longer lines than real ones are cut: every pattern stays linear. */
const LINE_LIMIT = 4096;
/** Secrets this short (`1`, `ab`) are in too many words to be told from them. */
const SHORTEST_SECRET = 4;

/** Words that a secret follows, in configurations and in what people write into banners. */
const WORD = String.raw`[\w-]{0,32}(?:passwords?|passwd|pwd|secrets?|community|psk|passphrase)|(?:[\w-]{0,32}-)?(?:key|token|pass)|api_?key|key-?string`;
/** What may stand between: the kind of the encryption, and words of prose. */
const KIND =
  'is|are|read-only|read-write|ro|rw|enc|encrypted|cipher|irreversible-cipher|simple|plain|plaintext|clear|cleartext|clear-text|hash|' +
  String.raw`sha\d{0,3}|md5|ascii|ascii-text|text|hex|string|password|secret|\d{1,2}`;
const VALUE = String.raw`"[^"\n]{1,512}"|'[^'\n]{1,512}'|[^\s,;]{1,512}`;
const NAMED = new RegExp(
  String.raw`\b(${WORD})((?: (?:${KIND})(?=[ :=]))*(?:\s{0,8}[:=]\s{0,8}|\s{1,8}))(${VALUE})`,
  'gi',
);
/** `snmp-server host 10.0.0.1 version 2c public` */
const SNMP_HOST = /\b(snmp[^\n]{0,200}? version (?:1|2c) )\S{1,512}/i;
/** ASA prints its activation key as five words. */
const HEX_WORDS = /(?:\b0x[0-9a-f]{1,16}\b ?){3,16}/gi;
/** Hashes and reversibly encrypted secrets by their own form: crypt (`$6$salt$hash`), Junos (`$9$...`), LDAP (`{SSHA}...`). */
const HASHED =
  /\$(?:\d{1,2}[a-z]?|[a-z][\w-]{1,15})\$[^\s"';,]{4,512}|\{(?:SSHA|SHA|MD5|CRYPT)\d{0,3}\}[^\s"';,]{4,512}/gi;
/** Keys and digests: more hexadecimal digits, or base64, than an id, a MAC or a serial number has. */
const LONG_HEX = /\b[0-9a-f]{32,4096}\b/gi;
const LONG_BASE64 = /(?<![\w+/=])[A-Za-z0-9+/]{64,4096}={0,2}(?![\w+/=])/g;
/** `scp://user:word@host/` */
const IN_URL = /(:\/\/[^\s/:@]{1,128}:)[^\s/@]{1,256}(?=@)/g;
const KEY_BEGINS = /-{4,5} ?BEGIN [A-Z0-9 ]{1,40}-{4,5}/;
const KEY_ENDS = /-{4,5} ?END [A-Z0-9 ]{1,40}-{4,5}/;

/**
 * A text without what looks like a secret: values behind words such as `password` and `community`, hashes, long digests, keys
 * between BEGIN and END, passwords in URLs, and the secrets that the session itself logged in with. It takes rather too much:
 * what is kept is read for its form. Linear in the size of the text.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const own = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  const lines: string[] = [];
  let isKey = false;
  for (const raw of text.split('\n')) {
    const line = own.reduce((rest, secret) => rest.replaceAll(secret, REMOVED), raw.slice(0, LINE_LIMIT));
    if (isKey) {
      isKey = !KEY_ENDS.test(line);
      continue;
    }
    isKey = KEY_BEGINS.test(line) && !KEY_ENDS.test(line);
    lines.push(isKey ? REMOVED : redactLine(line));
  }
  return lines.join('\n');
}

function redactLine(line: string): string {
  const withSerial = /\bserial\b/i.test(line);
  return line
    .replace(IN_URL, `$1${REMOVED}`)
    .replace(HASHED, REMOVED)
    .replace(SNMP_HOST, `$1${REMOVED}`)
    .replace(NAMED, `$1$2${REMOVED}`)
    .replace(HEX_WORDS, REMOVED)
    .replace(LONG_HEX, withSerial ? '$&' : REMOVED)
    .replace(LONG_BASE64, REMOVED);
}
