/** Bytes that a string may take (UTF-8). Ids are compared, so they are never cut where anything ours makes them. */
const TEXT_BYTES = 255;
const LONG_TEXT_BYTES: Readonly<Record<string, number>> = {
  remoteDescription: 1024,
  reason: 1024,
  cause: 1024,
  leakEvidence: 1024,
  warnings: 512,
  deviceId: 1024,
  targetId: 1024,
  of: 1024,
};
/** Entries that a list may have. */
const LIST_LENGTH = 32;

/**
 * The value with every string and list cut to a bound, so that an item stays under 64 KB whatever a device says. A list's
 * strings have the bound of the list's name.
 */
export function bounded<T>(value: T, name = ''): T {
  return bound(value, name) as T;
}

function bound(value: unknown, name: string): unknown {
  if (typeof value === 'string') {
    return cut(value, LONG_TEXT_BYTES[name] ?? TEXT_BYTES);
  }
  if (Array.isArray(value)) {
    return value.slice(0, LIST_LENGTH).map((entry) => bound(entry, name));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, bound(entry, key)]));
  }
  return value;
}

/** The longest start of a text that takes at most `maxBytes` bytes and ends with a whole character. */
export function cut(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) {
    return text;
  }
  const bytes = Buffer.from(text);
  let end = maxBytes;
  // 10xxxxxx continues a character (RFC 3629, section 3).
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) {
    end -= 1;
  }
  return bytes.subarray(0, end).toString('utf8');
}
