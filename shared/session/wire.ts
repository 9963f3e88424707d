import { SessionError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { SshConnection, SshEvent, SshPort } from '../ports/ssh.ts';
import { classify, type Cause, type ClassifiedFailure } from './classify.ts';
import { advance, boundOf, START, type MachineEvent, type Position } from './machine.ts';
import type { HostKeyVerdict, SessionHooks, SessionLimits, SessionRequest } from './session.ts';
import { TerminalText } from './terminal-text.ts';
import { Waiters } from './waiters.ts';

interface WireOptions {
  readonly ssh: SshPort;
  readonly clock: Clock;
  readonly request: SessionRequest;
  readonly hooks: SessionHooks;
  readonly limits: SessionLimits;
}

export type ChannelState = 'none' | 'opening' | 'open' | 'closed';

/**
 * One connection as the session sees it: where it stands, what was observed, and the one signal that everything of its work
 * hangs on. Events move the machine; the first cause of an early end wins. The close ladder reads what was observed and
 * hangs on no signal.
 */
export class Wire {
  readonly #options: WireOptions;
  #isExec = false;
  #isEnding = false;
  #mayBeRefused = false;
  readonly #work = new AbortController();
  readonly #waiters: Waiters;
  #bound = new AbortController();
  #at: Position = START;
  #connection: SshConnection | undefined;
  #opened: Promise<void> | undefined;
  /** The peer went while nothing was asked of it: fails the next command, not the work that is done. */
  #gone: SessionError | undefined;

  readonly terminal = new TerminalText();
  connectedAt: number | null = null;
  local = '';
  localEnd = { address: '', port: 0 };
  ident: string | null = null;
  channel: ChannelState = 'none';
  sawFin = false;
  sawReset = false;
  /** Counts what arrived, so that a reader can tell whether anything did. */
  received = 0;
  /** Set while a shell is left on purpose. */
  isLeavingShell = false;
  /** What a command had printed when it was broken off. */
  partial: string | null = null;

  constructor(options: WireOptions) {
    this.#options = options;
    this.#waiters = new Waiters(options.clock);
  }

  get position(): Position {
    return this.#at;
  }

  get signal(): AbortSignal {
    return this.#work.signal;
  }

  get isClosed(): boolean {
    return this.#at.state === 'closed';
  }

  dial(): void {
    const { ssh, request } = this.#options;
    const known = request.platform ?? request.platformHint;
    this.#bind();
    this.#connection = ssh.dial(
      {
        address: request.address,
        port: request.port,
        credential: request.credential,
        legacyAlgorithms: request.legacyAlgorithms ?? true,
        noneAuth: known?.noneAuth ?? false,
        verifyHostKey: (key) => this.#verify(key),
      },
      (event) => {
        this.#observe(event);
        this.#waiters.changed();
      },
    );
  }

  /** Wakes who waits: for conditions that are not the wire's own. */
  changed(): void {
    this.#waiters.changed();
  }

  /** Waits for a condition, tied to the work: rejects with the first cause. False when its time ran out. */
  until(holds: () => boolean, ms?: number): Promise<boolean> {
    return this.#waiters.until(holds, { signal: this.signal, ...(ms === undefined ? {} : { ms }) });
  }

  /** The same for the close ladder: never rejects, never tied to the work. */
  settled(holds: () => boolean, ms: number): Promise<boolean> {
    return this.#waiters.until(holds, { ms });
  }

  /** The ledger's write of the open socket, for as long as it may still take. */
  async openedSettled(ms: number): Promise<void> {
    const done = new AbortController();
    const write = this.#opened?.catch(() => undefined).finally(() => done.abort());
    if (write) await Promise.race([write, this.#options.clock.sleep(ms, done.signal)]);
  }

  move(event: MachineEvent): void {
    const next = advance(this.#at, event);
    if (next === this.#at) return;
    this.#at = next;
    this.#bind();
  }

  /** Ends the work with a cause; the first one stays. */
  fail(cause: Cause): void {
    this.failWith(this.classified(cause));
  }

  failWith(failure: ClassifiedFailure): void {
    this.crash(new SessionError(failure));
  }

  /** Ends the work with an error that may not be the device's: a ledger that cannot be written. */
  crash(error: unknown): void {
    if (this.signal.aborted || this.#at.state === 'closing' || this.isClosed) return;
    if (this.#at.state === 'running') this.partial = this.terminal.finished + this.terminal.line;
    this.#work.abort(error);
  }

  /** Throws what befell the connection while nothing was asked of it. */
  assertUsable(): void {
    this.signal.throwIfAborted();
    if (this.#gone) {
      this.crash(this.#gone);
      throw this.#gone;
    }
  }

  classified(cause: Cause): ClassifiedFailure {
    const { address, port, credential } = this.#options.request;
    const where = { phase: this.#at.phase, address, port, username: credential.username };
    return classify(cause, { ...where, said: this.terminal.tail.slice(-512) });
  }

  /** With `mayBeRefused`, a refusal closes the channel and not the session: something else is tried then. */
  openShell(options: { readonly mayBeRefused: boolean }): void {
    this.channel = 'opening';
    this.#mayBeRefused = options.mayBeRefused;
    this.#connection?.openShell();
  }

  openExec(command: string): void {
    this.channel = 'opening';
    this.#connection?.openExec(command);
  }

  write(text: string): void {
    this.#connection?.write(text);
  }

  /** From here on, what still arrives is not read. */
  end(): void {
    this.#isEnding = true;
    this.#connection?.end();
  }

  reset(): void {
    this.#connection?.reset();
  }

  /** Starts the bound of the position that was reached, and lifts that of the one before. */
  #bind(): void {
    this.#bound.abort();
    this.#bound = new AbortController();
    const limit = boundOf(this.#at);
    if (!limit) return;
    const ms = this.#options.limits[limit];
    const { signal } = this.#bound;
    void this.#options.clock.sleep(ms, signal).then(() => {
      if (!signal.aborted) this.fail({ type: 'timeout', ms });
    });
  }

  #observe(event: SshEvent): void {
    switch (event.type) {
      case 'connected':
        return this.#connected(event.localAddress, event.localPort);
      case 'ident':
        this.ident ??= event.ident;
        if (event.isSsh) this.move('ident');
        else this.fail({ type: 'not-ssh', text: event.ident });
        return;
      case 'handshake':
      case 'banner':
      case 'exit':
        return;
      case 'ready':
        return this.move('authenticated');
      case 'password-change-requested':
        return this.fail({ type: 'password-change' });
      case 'channel-open':
        this.channel = 'open';
        if (event.channel === 'shell') this.move('shell-open');
        return;
      case 'channel-refused':
        return this.#refused(event);
      case 'data':
        this.received += event.bytes.length;
        // Bounded also when nobody reads: a device that floods between two commands.
        if (!this.#isEnding && this.terminal.length <= 2 * this.#options.limits.outputBytes)
          this.terminal.push(event.bytes);
        return;
      case 'channel-closed':
        this.channel = 'closed';
        if (!this.isLeavingShell) this.#lost({ type: 'channel-closed' });
        return;
      case 'error':
        return this.#lost(event);
      case 'peer-fin':
        this.sawFin = true;
        return this.#lost({ type: 'peer-fin' });
      case 'peer-reset':
        this.sawReset = true;
        return this.#lost({ type: 'peer-reset' });
      case 'socket-closed':
        this.#lost({ type: 'socket-closed' });
        return this.move('socket-closed');
    }
  }

  #connected(localAddress: string, localPort: number): void {
    const openedAt = this.#options.clock.now();
    this.connectedAt = openedAt;
    this.local = `${localAddress}:${localPort}`;
    this.localEnd = { address: localAddress, port: localPort };
    this.move('connected');
    const { opened } = this.#options.hooks;
    this.#opened = Promise.resolve(opened?.({ openedAt, localAddress, localPort }));
    this.#opened.catch((error: unknown) => this.crash(error));
  }

  /** Asked after the ledger has the open socket, and before anything is sent to authenticate. */
  async #verify(key: { readonly fingerprint: string; readonly algorithm: string }): Promise<boolean> {
    this.move('host-key-offered');
    let verdict: HostKeyVerdict;
    try {
      await this.#opened;
      verdict = await this.#options.request.verifyHostKey(key);
    } catch (error) {
      this.crash(error);
      return false;
    }
    // Asked for too late: the session is closing, or has ended.
    if (this.signal.aborted || this.#at.state !== 'host-key') return false;
    if (!verdict.trusted) {
      this.fail({ type: 'host-key-denied', reason: verdict.reason });
      return false;
    }
    this.move('host-key-trusted');
    return true;
  }

  #refused(cause: Extract<Cause, { readonly type: 'channel-refused' }>): void {
    this.channel = 'closed';
    const failure = { ...this.classified(cause), phase: 'open' } as const;
    if (this.#mayBeRefused && failure.class === 'shell-refused') this.#mayBeRefused = false;
    else this.failWith(failure);
  }

  #lost(cause: Cause): void {
    // An exec channel that closes is the end of its commands: their reader looks at it.
    if (this.#at.state === 'running' && cause.type === 'channel-closed' && this.#isExec) return;
    if (this.#at.state !== 'ready') return this.fail(cause);
    if (cause.type !== 'channel-closed' || !this.#isExec) {
      this.#gone ??= new SessionError(this.classified(cause));
    }
  }

  /** From here on commands go into channels of their own. */
  useExec(): void {
    this.#isExec = true;
    this.channel = 'none';
    this.terminal.clear();
  }
}
