import type { Socket } from 'node:net';
import type { ClientChannel } from 'ssh2';
import Client from 'ssh2/lib/client.js';
import type { DialOptions, SshEvent } from '../../ports/ssh.ts';
import { algorithms } from './algorithms.ts';
import { authMethods } from './auth-methods.ts';
import { openChannels } from './open-channels.ts';
import { describeHostKey } from './host-key.ts';
import { sniffIdent } from './sniff-ident.ts';

export interface SshClient {
  openShell(): void;
  openExec(command: string): void;
  write(text: string): void;
  end(): void;
  /** The peer is gone: says what it sent instead of an ident, if it never sent one. */
  lost(): void;
}

type Emit = (event: SshEvent) => void;

/** ssh2's client on a socket that is connected, as our events. */
export function sshClient(socket: Socket, options: DialOptions, emit: Emit): SshClient {
  const client = new Client();
  listen(client, emit);
  try {
    start(client, socket, options, emit);
  } catch (error) {
    // A private key that cannot be read, or an algorithm that ssh2 does not know.
    const message = error instanceof Error ? error.message : String(error);
    emit({ type: 'error', level: /privateKey/.test(message) ? 'credential' : 'setup', code: null, message });
  }
  // After connect(), which pauses the socket: our listener then stands before ssh2's, which waits for its crypto.
  const lost = sniffIdent(socket, (ident) => emit({ type: 'ident', ...ident }));
  let channel: ClientChannel | undefined;
  const channels = openChannels(client, socket, emit, (opened) => (channel = opened));
  return {
    ...channels,
    write: (text) => {
      if (channel?.writable) channel.write(text);
    },
    end: () => {
      quietly(() => client.end());
      // ssh2's end() only acts on a socket it believes writable; ours is ended either way.
      if (!socket.writableEnded) socket.end();
    },
    lost,
  };
}

function start(client: Client, socket: Socket, options: DialOptions, emit: Emit): void {
  const { credential } = options;
  const fail = (message: string): void => emit({ type: 'error', level: 'auth', code: null, message });
  const nextMethod = authMethods(credential, options, {
    passwordChange: () => emit({ type: 'password-change-requested' }),
    failed: fail,
  });
  client.connect({
    sock: socket,
    username: credential.username,
    algorithms: algorithms({ legacy: options.legacyAlgorithms }),
    authHandler: nextMethod,
    hostVerifier: hostVerifier(socket, options),
    ...(credential.privateKey === undefined ? {} : { privateKey: credential.privateKey }),
    ...(credential.passphrase === undefined ? {} : { passphrase: credential.passphrase }),
    // Bounds are the session's: ssh2's timer covers SYN to auth only and emits two errors.
    readyTimeout: 0,
    keepaliveInterval: 0,
  });
}

/** Asks once for each key (a rekey brings it again), and never answers a client whose socket is gone: ssh2 would throw. */
function hostVerifier(socket: Socket, options: DialOptions) {
  const trusted = new Set<string>();
  return (blob: Buffer, verify: (isTrusted: boolean) => void): void => {
    const key = describeHostKey(blob);
    if (trusted.has(key.fingerprint)) return verify(true);
    const answer = (isTrusted: boolean): void => {
      if (isTrusted) trusted.add(key.fingerprint);
      if (!socket.destroyed && !socket.readableEnded) quietly(() => verify(isTrusted));
    };
    options.verifyHostKey(key).then(answer, () => answer(false));
  };
}

function listen(client: Client, emit: Emit): void {
  client.on('error', (error: Error & { level?: string; code?: string | number }) => {
    const level = error.level ?? 'protocol';
    // The socket's own errors are reported by its listener; the others go on with the next key or method.
    if (level === 'client-socket' || level === 'agent' || level === 'client-authentication') return;
    emit({
      type: 'error',
      level,
      code: error.code === undefined ? null : String(error.code),
      message: error.message,
    });
  });
  client.on('banner', (text) => emit({ type: 'banner', text: text.slice(0, 4096) }));
  client.on('handshake', (negotiated) => emit({ type: 'handshake', negotiated: flat(negotiated) }));
  client.on('ready', () => emit({ type: 'ready' }));
  client.on('change password', () => emit({ type: 'password-change-requested' }));
}

function flat(negotiated: unknown): Record<string, string> {
  const found = negotiated as {
    kex?: string;
    serverHostKey?: string;
    cs?: { cipher?: string; mac?: string };
  };
  return {
    kex: found.kex ?? '',
    hostKey: found.serverHostKey ?? '',
    cipher: found.cs?.cipher ?? '',
    mac: found.cs?.mac ?? '',
  };
}

/** ssh2 throws when asked for anything after its socket went: by then the socket's events have said so. */
function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // Said by the socket's own events.
  }
}
