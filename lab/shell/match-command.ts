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
