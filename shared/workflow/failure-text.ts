/** What Step Functions catches: `Cause` may be missing (Amazon States Language, "Error Output"). */
interface ErrorOutput {
  readonly Error?: unknown;
  readonly Cause?: unknown;
}

/**
 * One line for people from the error output that the workflow's FailRun state passes on as JSON text: "UsageError: name
 * at least one seed". Lambda's own `Cause` is JSON again (`{"errorType", "errorMessage", "trace"}`); the embedded
 * engine's is the plain message. Text that is no error output comes back as it is.
 */
export function failureText(text: string): string {
  const output = parseObject(text) as ErrorOutput | null;
  if (output === null || typeof output.Error !== 'string') return text;
  const message = typeof output.Cause === 'string' ? messageOf(output.Cause) : '';
  return message === '' ? output.Error : `${output.Error}: ${message}`;
}

function messageOf(cause: string): string {
  const lambda = parseObject(cause) as { readonly errorMessage?: unknown } | null;
  return typeof lambda?.errorMessage === 'string' ? lambda.errorMessage : cause;
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
