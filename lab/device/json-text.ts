/** A JSON answer as devices print it: indented, and ending its last line. */
export function jsonText(value: unknown, indent = 4): string {
  return `${JSON.stringify(value, null, indent)}\n`;
}
