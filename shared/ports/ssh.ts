import type { Credential } from '../model/credential.ts';

/**
 * SSH as the session needs it: a TCP socket of our own and an SSH client on it, as events. The adapter translates; what
 * the events mean is decided in `session`.
 */
export interface SshPort {
  /** Starts to dial. Never throws: a refusal is an event. */
  dial(options: DialOptions, on: (event: SshEvent) => void): SshConnection;
}

export interface DialOptions {
  readonly address: string;
  readonly port: number;
  readonly credential: Credential;
  /** Old algorithms too (group14-sha1, cbc...). Group-exchange is never offered. */
  readonly legacyAlgorithms: boolean;
  /** Start with a `none` request: some devices need it. */
  readonly noneAuth: boolean;
  /** Asked before anything is sent to authenticate. Answering false ends the handshake. */
  readonly verifyHostKey: (key: {
    readonly fingerprint: string;
    readonly algorithm: string;
  }) => Promise<boolean>;
}

export type SshEvent =
  | { readonly type: 'connected'; readonly localAddress: string; readonly localPort: number }
  /** The first line of the peer, or what it sent instead of one (printable, at most 255 characters). */
  | { readonly type: 'ident'; readonly ident: string; readonly isSsh: boolean }
  | { readonly type: 'handshake'; readonly negotiated: Readonly<Record<string, string>> }
  | { readonly type: 'banner'; readonly text: string }
  | { readonly type: 'ready' }
  | { readonly type: 'password-change-requested' }
  | { readonly type: 'channel-open'; readonly channel: 'shell' | 'exec' }
  /** SSH_MSG_CHANNEL_OPEN_FAILURE (RFC 4254 5.1) or a refused shell/exec request. */
  | { readonly type: 'channel-refused'; readonly reason: string; readonly code: number | null }
  | { readonly type: 'data'; readonly bytes: Uint8Array; readonly stderr: boolean }
  | { readonly type: 'exit'; readonly status: number | null }
  | { readonly type: 'channel-closed' }
  | { readonly type: 'error'; readonly level: string; readonly code: string | null; readonly message: string }
  /** The peer's FIN. */
  | { readonly type: 'peer-fin' }
  /** The peer's reset (ECONNRESET, EPIPE). */
  | { readonly type: 'peer-reset' }
  /** The socket's own `close`: the last event there is. */
  | { readonly type: 'socket-closed' };

export interface SshConnection {
  /** A shell with a wide pty (511 x 1000), both requests in one flight. */
  openShell(): void;
  openExec(command: string): void;
  write(text: string): void;
  /** SSH_MSG_DISCONNECT and FIN. */
  end(): void;
  /** Resets our socket, or destroys it where it is still connecting. */
  reset(): void;
}
