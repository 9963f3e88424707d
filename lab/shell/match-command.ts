/** The known command that the words typed stand for; each word may be cut short, as long as one command fits. */
export function matchCommand<T extends string>(line: string, known: readonly T[]): T | null {
  const words = line.trim().toLowerCase().split(/\s+/);
  const fitting = known.filter((command) => {
    const parts = command.split(' ');
    return parts.length === words.length && parts.every((part, n) => part.startsWith(words[n] ?? ' '));
  });
  const exact = fitting.find((command) => command === words.join(' '));
  return exact ?? (fitting.length === 1 ? (fitting[0] ?? null) : null);
}

/** The known command with `{port}` in it that the line is, and the port. Words are not cut short here. */
export function matchPortCommand<T extends string>(
  line: string,
  known: readonly T[],
): { readonly command: T; readonly port: string } | null {
  const words = line.trim().split(/\s+/);
  for (const command of known) {
    const parts = command.split(' ');
    const at = parts.indexOf('{port}');
    const fits = parts.every((part, n) => n === at || part === words[n]?.toLowerCase());
    const port = words[at];
    if (fits && parts.length === words.length && port !== undefined) return { command, port };
  }
  return null;
}
