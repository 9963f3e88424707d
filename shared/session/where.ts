import type { Phase } from '../model/outcome.ts';

/** Where a session stood when it ended early: what the words of a failure need. */
export interface Where {
  readonly phase: Phase;
  readonly address: string;
  readonly port: number;
  readonly username: string;
  /** The end of what the device last said in words: banner, shell text. */
  readonly said?: string;
}
