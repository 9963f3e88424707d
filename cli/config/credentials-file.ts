import { z } from 'zod';
import { UsageError } from '../../shared/errors.ts';
import { readSecretFile } from './secret-file.ts';

const schema = z.strictObject({
  username: z.string().min(1),
  password: z.string().min(1),
  enable: z.string().min(1).optional(),
  port: z.number().int().min(1).max(65_535).optional(),
});
export type CredentialsFile = z.infer<typeof schema>;

/** Reads `{"username","password","port"?,"enable"?}`. Throws UsageError, which never quotes the file: it holds a secret. */
export function readCredentialsFile(path: string, warn: (message: string) => void): CredentialsFile {
  const parsed = schema.safeParse(
    credentialIn(parseJson(readSecretFile(path, 'credentials file', warn), path)),
  );
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  throw new UsageError(
    `the credentials file ${path} is not {"username", "password", "port"?, "enable"?}: ${wrong.join('; ')}`,
  );
}

/** What `lab --serve` wrote holds a credential among other things. */
function credentialIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('dialMap' in value)) return value;
  const { username, password } = value as { username?: unknown; password?: unknown };
  return { username, password };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`the credentials file ${path} is not JSON: {"username", "password", "port"?}`);
  }
}
