import type { MatchedCredential } from '../../shared/steps/matched-credentials.ts';
import type { DialMap } from './mapped-dialer.ts';

/** What a worker needs to make the wiring of its functions: plain data, because nothing else reaches another thread. */
export interface SandboxData {
  /** The embedded DynamoDB: it listens in the main thread. */
  readonly endpoint: string;
  readonly table: string;
  readonly credentials: readonly MatchedCredential[];
  /** Addresses that are reached through others; null: every address is dialled itself. */
  readonly dialMap: DialMap | null;
  /** Name of the BroadcastChannel on which an interrupt is told. */
  readonly interruptChannel: string;
}

/** The functions that log in to devices: those that run where they can be ended. */
export type SandboxedFunction = 'probeDevice' | 'reclaimSession';

/** One invocation, as it goes to a worker. */
export interface SandboxTask {
  readonly id: string;
  readonly fn: SandboxedFunction;
  readonly name: string;
  readonly payload: unknown;
  /** Epoch milliseconds. */
  readonly endsAt: number;
}

/** What comes back. An error is plain data too: a thread takes away its name, and Step Functions matches names. */
export type SandboxAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly name: string; readonly message: string; readonly stack?: string };

/** An answer, and how much its worker had said by then: answers and messages come over two ports, in no common order. */
export interface SandboxReply {
  readonly answer: SandboxAnswer;
  readonly threadId: number;
  readonly said: number;
}

/** What a worker says meanwhile; `count` numbers all that one worker says, from 1. */
export type SandboxMessage = { readonly threadId: number; readonly count: number } & (
  { readonly type: 'began'; readonly id: string } | { readonly type: 'event'; readonly event: unknown }
);
