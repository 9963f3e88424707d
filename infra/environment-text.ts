/** Lambda: all environment variables of a function together, in bytes. The rest is for names, table and Node's options. */
const LIMIT = 4096 - 512;

/** JSON for an environment variable. Throws where Lambda would refuse the function at deployment. */
export function environmentText(name: string, value: unknown): string {
  const text = JSON.stringify(value);
  const bytes = Buffer.byteLength(text);
  if (bytes <= LIMIT) return text;
  throw new Error(
    `${name} takes ${bytes} bytes and Lambda leaves it ${LIMIT}: name fewer, larger CIDRs in scope and exclude`,
  );
}
