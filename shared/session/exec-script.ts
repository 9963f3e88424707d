/** One section of what a script printed. `status` is null where the script ended before it. */
export interface Section {
  readonly output: string;
  readonly status: number | null;
}

/**
 * A plain POSIX sh script that runs commands one after the other in one channel: one round trip for all of them. Each
 * section stands between two marks with a tag of this session, so that no output is taken for a mark. The PATH has
 * /usr/sbin, where lldpcli and dmidecode are and non-root accounts do not look; LC_ALL=C, because parsers read English.
 */
export function buildScript(commands: readonly string[], tag: string): string {
  const lines = ['export LC_ALL=C', 'export PATH="$PATH:/usr/sbin:/sbin:/usr/local/sbin"'];
  commands.forEach((command, index) => {
    lines.push(`echo ${startMark(tag, index)}`, `${command} 2>&1`, `echo ${endMark(tag, index)} $?`);
  });
  return `${lines.join('\n')}\n`;
}

/** Whether the last section has ended. Looks at the end of the text only. */
export function isComplete(tail: string, count: number, tag: string): boolean {
  const mark = tail.lastIndexOf(`${endMark(tag, count - 1)} `);
  return mark >= 0 && /^\d{1,3}\n/.test(tail.slice(mark + endMark(tag, count - 1).length + 1));
}

/** The sections of a script's output. Text before the first mark (a greeting of the login shell) is dropped. */
export function readSections(text: string, count: number, tag: string): readonly Section[] {
  const sections: Section[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const opening = `${startMark(tag, index)}\n`;
    const start = text.indexOf(opening, at);
    if (start < 0) {
      sections.push({ output: '', status: null });
      continue;
    }
    const from = start + opening.length;
    const closing = `${endMark(tag, index)} `;
    const end = text.indexOf(closing, from);
    at = end < 0 ? text.length : end + closing.length;
    const status = end < 0 ? Number.NaN : Number.parseInt(text.slice(at, at + 4), 10);
    sections.push({
      output: withNewline(text.slice(from, end < 0 ? undefined : end)),
      status: Number.isNaN(status) ? null : status,
    });
  }
  return sections;
}

const startMark = (tag: string, index: number): string => `NETWALKER-${tag}-${index}`;
/** Not a continuation of a start mark: `-1` must not be found in `-10`. */
const endMark = (tag: string, index: number): string => `NETWALKER-${tag}-${index}-END`;
const withNewline = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** A tag from what only this connection has: its own address and port, and when it came up. FNV-1a, 32 bit. */
export function scriptTag(local: string, connectedAt: number): string {
  let hash = 0x811c9dc5;
  for (const char of `${local}@${connectedAt}`) {
    hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
