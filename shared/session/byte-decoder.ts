/**
 * UTF-8 where it is, Latin-1 where it is not: old IOS, ProCurve and FortiOS send whatever was typed into a description, and a name
 * with `0xe9` in it must stay another name than one with `0xe8`. Bytes that are neither (0x80 to 0x9f, which terminals would
 * obey) become U+FFFD. State is kept between chunks, so the text does not depend on how the bytes were cut.
 */
export class ByteDecoder {
  /** The beginning of a sequence whose rest has not arrived: at most three bytes. */
  #begun: Buffer = Buffer.alloc(0);

  push(bytes: Uint8Array): string {
    const all = this.#begun.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.#begun, bytes]);
    const end = all.length - unfinished(all);
    this.#begun = all.subarray(end);
    return decode(all.subarray(0, end));
  }

  /** What is left when nothing more arrives. */
  end(): string {
    const rest = decode(this.#begun);
    this.#begun = Buffer.alloc(0);
    return rest;
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return decodeMixed(bytes);
  }
}

function decodeMixed(bytes: Buffer): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at] ?? 0);
    const sequence = bytes.subarray(at, at + length);
    const text = length > 1 && sequence.length === length ? strict(sequence) : null;
    parts.push(text ?? latin1(bytes[at] ?? 0));
    at += text === null ? 1 : length;
  }
  return parts.join('');
}

function strict(sequence: Uint8Array): string | null {
  try {
    return UTF8.decode(sequence);
  } catch {
    return null;
  }
}

const latin1 = (byte: number): string => String.fromCharCode(byte >= 0x80 && byte < 0xa0 ? 0xfffd : byte);

/** How long the sequence is that begins with this byte (RFC 3629): 1 for one that begins none. */
function sequenceLength(byte: number): number {
  if (byte < 0xc2 || byte > 0xf4) return 1;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}

/** How many bytes at the end begin a sequence that may still go on. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}
