import { Writable } from 'node:stream';
import { runCli } from '../../cli/commands/run-cli.ts';
import type { Host } from '../../cli/commands/host.ts';

export interface Printed {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs a command line in this process; with `columns`, as on a terminal of that width. */
export async function commandLine(args: readonly string[], columns?: number): Promise<Printed> {
  const [out, err] = [new Collected(), new Collected()];
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  const host = {
    argv: args,
    env: {},
    stdin: process.stdin,
    stdout: Object.assign(out, terminal),
    stderr: err,
    now: Date.now,
    interrupted: new AbortController().signal,
  } as unknown as Host;
  const code = await runCli(host);
  return { code, stdout: out.bytes(), stderr: err.bytes().toString() };
}

class Collected extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}
