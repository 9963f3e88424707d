import type { Credential } from '../model/credential.ts';
import type { Failure } from '../model/outcome.ts';
import type { CloseReport } from '../model/session-record.ts';
import type { Platform } from '../platform/platform.ts';

/** What a session needs to know before it dials. */
export interface SessionRequest {
  readonly address: string;
  readonly port: number;
  readonly credential: Credential;
  /** Epoch milliseconds: work is aborted then, with class `deadline`; closing has its own bounds after it. */
  readonly deadline: number;
  /** Aborted from outside (Ctrl-C): class `interrupted`. Closing is never tied to it. */
  readonly signal?: AbortSignal;
  /** Fixed platform: no detection. */
  readonly platform?: Platform;
  /** What a neighbor told; the SSH ident and the first answers overrule it. */
  readonly platformHint?: Platform;
  /** Taken where nothing tells the platform; without it such a device is `unsupported-platform`. */
  readonly unknownPlatform?: Platform;
  readonly verifyHostKey: (key: {
    readonly fingerprint: string;
    readonly algorithm: string;
  }) => Promise<HostKeyVerdict>;
  /** Offer old algorithms behind the modern ones. Default true: old IOS has nothing else. */
  readonly legacyAlgorithms?: boolean;
  readonly limits?: Partial<SessionLimits>;
}

export type HostKeyVerdict =
  { readonly trusted: true } | { readonly trusted: false; readonly reason: string };

/** Bounds in milliseconds and bytes; each phase has its own inside the deadline. */
export interface SessionLimits {
  readonly connectMs: number;
  readonly identMs: number;
  readonly handshakeMs: number;
  readonly authMs: number;
  readonly openMs: number;
  readonly promptMs: number;
  /** Silence after which a command is given up. */
  readonly commandIdleMs: number;
  readonly commandMs: number;
  readonly outputBytes: number;
  readonly pagerPages: number;
  readonly leaveMs: number;
  readonly endMs: number;
  readonly resetMs: number;
}

/** Called as the session moves; awaited before it goes on (opened) or beside the work (closing). They may not throw. */
export interface SessionHooks {
  /** TCP came up. Must have been stored before a password goes out. */
  readonly opened?: (open: {
    readonly openedAt: number;
    readonly localAddress: string;
    readonly localPort: number;
  }) => Promise<void>;
  readonly closing?: () => void;
}

/** A session that is ready for commands. */
export interface Session {
  readonly platform: Platform;
  readonly ident: string;
  /** Our end of the connection. */
  readonly local: { readonly address: string; readonly port: number };
  /** The hostname as the prompt shows it; null on an exec channel. */
  readonly promptName: string | null;
  /** Runs one command and waits for its end. Rejects with SessionError; a rejected command is an answer. */
  run(command: string, options?: RunOptions): Promise<CommandResult>;
  /** Runs several commands: in one exec channel where the platform has it, else one after the other. */
  runAll(commands: readonly string[]): Promise<readonly CommandResult[]>;
}

export interface RunOptions {
  /** One question that the command asks, answered once with a line; not on an exec channel. */
  readonly answer?: { readonly question: RegExp; readonly text: string };
}

export interface CommandResult {
  readonly command: string;
  /** Without echo, prompt, pager residue and escape sequences; lines end with \n. */
  readonly output: string;
  /** `rejected`: the device does not know the command. `failed`: exit status other than 0 (exec). */
  readonly status: 'ok' | 'rejected' | 'failed';
  /** On an exec channel: of the whole script, for each of its commands. */
  readonly durationMs: number;
}

/** How a session ended. There is one of these on every path: `runSession` does not reject. */
export interface SessionResult<T> {
  /** What `work` returned, when it did. */
  readonly value?: T;
  /** The first cause that ended the session early. */
  readonly failure?: Failure & { readonly retryable: boolean };
  /** An error of ours thrown by `work`: to be thrown on after the close was recorded. */
  readonly error?: unknown;
  /** Null when TCP never came up (`never-opened`). */
  readonly close: CloseReport | null;
  readonly ident: string | null;
  readonly platform: Platform | null;
  /** Output of a command that the device broke off. */
  readonly partial?: string;
}
