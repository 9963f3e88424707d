/** What a device printed for one command, as it is kept with `keepRaw`: without secrets and control characters. */
export interface RawOutput {
  readonly command: string;
  /** `broken-off`: the session ended in the middle of it. */
  readonly status: 'ok' | 'rejected' | 'failed' | 'broken-off';
  readonly output: string;
  /** How many characters were cut off its end, where it was too long to keep. */
  readonly cut?: number;
}
