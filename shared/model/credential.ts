/** What a probe logs in with. Held in memory only: never stored, logged or printed. */
export interface Credential {
  readonly username: string;
  readonly password?: string;
  /** OpenSSH or PEM text. */
  readonly privateKey?: string;
  readonly passphrase?: string;
  /** Path of an SSH agent's socket. */
  readonly agentSocket?: string;
  /** Enable secret; without it the session stays unprivileged. */
  readonly enable?: string;
}
