import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import ssh2, { type Client, type ClientChannel } from 'ssh2';
import type { Lab } from '../../../lab/start-lab.ts';

/** What a test client saw of one connection to a device of the lab. */
export interface Dialed {
  readonly socket: Socket;
  readonly client: Client;
  /** `ready`, or the level of the first error, or `closed`. */
  readonly ready: Promise<string>;
  readonly closed: Promise<unknown>;
}

export function portOf(lab: Lab, name: string, address = 0): number {
  const device = lab.truth.devices.find((one) => one.name === name);
  const port = lab.dialMap[`${device?.addresses[address] ?? ''}:22`]?.port;
  if (port === undefined) throw new Error(`${name} cannot be dialled`);
  return port;
}

export async function tcp(lab: Lab, name: string): Promise<Socket> {
  const socket = connect(portOf(lab, name), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.setNoDelay(true);
  return socket;
}

/** Logs in with every algorithm that a device of the lab may need. */
export async function dial(
  lab: Lab,
  name: string,
  options: {
    readonly password?: string;
    readonly keyboard?: boolean;
    readonly seenKey?: (key: string) => void;
  } = {},
): Promise<Dialed> {
  const socket = await tcp(lab, name);
  const client = new ssh2.Client();
  const closed = once(socket, 'close');
  const password = options.password ?? lab.credential.password;
  const ready = new Promise<string>((resolve) => {
    client.once('ready', () => resolve('ready'));
    client.on('error', (error) => resolve(error.level ?? error.message));
    socket.once('close', () => resolve('closed'));
  });
  client.on('keyboard-interactive', (_name, _instructions, _language, _prompts, finish) =>
    finish([password]),
  );
  client.connect({
    sock: socket,
    username: lab.credential.username,
    authHandler: options.keyboard ? ['keyboard-interactive'] : ['password'],
    password,
    tryKeyboard: options.keyboard ?? false,
    hostVerifier: (key: Buffer) => {
      options.seenKey?.(key.toString('base64'));
      return true;
    },
    algorithms: {
      kex: ['curve25519-sha256', 'ecdh-sha2-nistp256', 'diffie-hellman-group14-sha1'],
      serverHostKey: ['ssh-ed25519', 'rsa-sha2-256', 'ssh-rsa'],
      cipher: ['aes128-gcm@openssh.com', 'aes128-ctr', 'aes128-cbc'],
      hmac: ['hmac-sha2-256', 'hmac-sha1'],
    },
  });
  return { socket, client, ready, closed };
}

/** A shell and everything that it printed. */
export class Screen {
  text = '';
  readonly stream: ClientChannel;
  readonly #wake = new Set<() => void>();
  closed = false;

  constructor(stream: ClientChannel) {
    this.stream = stream;
    stream.on('data', (chunk: Buffer) => this.#changed(chunk.toString()));
    stream.stderr.on('data', (chunk: Buffer) => this.#changed(chunk.toString()));
    stream.on('close', () => {
      this.closed = true;
      this.#changed('');
    });
  }

  /** Waits until the text ends like this. */
  async ends(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.text)) {
      if (this.closed) throw new Error(`closed after ${JSON.stringify(this.text.slice(-200))}`);
      await new Promise<void>((resolve) => this.#wake.add(resolve));
    }
    return this.text;
  }

  /** Types a line and waits for the prompt that follows; what came between, with the echo. */
  async run(command: string, prompt: RegExp): Promise<string> {
    this.text = '';
    this.stream.write(`${command}\n`);
    return this.ends(prompt);
  }

  #changed(text: string): void {
    this.text += text;
    for (const wake of this.#wake) wake();
    this.#wake.clear();
  }
}

export function shell(client: Client, rows = 1000): Promise<Screen> {
  return new Promise((resolve, reject) => {
    client.shell({ rows, cols: 511 }, (error, stream) => {
      if (error) reject(error);
      else resolve(new Screen(stream));
    });
  });
}

export function exec(
  client: Client,
  script: string,
): Promise<{ stdout: string; stderr: string; status: number | undefined }> {
  return new Promise((resolve, reject) => {
    client.exec(script, (error, stream) => {
      if (error) return reject(error);
      let [stdout, stderr, status] = ['', '', undefined as number | undefined];
      stream.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      stream.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      stream.on('exit', (code: number) => (status = code));
      stream.on('close', () => resolve({ stdout, stderr, status }));
    });
  });
}

/** Waits until the lab has seen every connection close. */
export async function allClosed(lab: Lab): Promise<void> {
  while (lab.openSessions() > 0) await new Promise((resolve) => setTimeout(resolve, 2));
}
