/** What stands for a port in a command. */
export const PORT = '{port}';

/**
 * Whether a text may stand for a port in a command. It comes out of an output, which is hostile: no blank, no pipe, no line end,
 * and nothing that begins like an option may reach a device's CLI.
 */
export const isPortWord = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9/:._-]{0,63}$/.test(text);

/** The command for one port. Throws for a text that is no port: our own bug. */
export function commandForPort(template: string, port: string): string {
  if (!isPortWord(port)) throw new Error('A port in a command is one word.');
  return template.replace(PORT, () => port);
}
