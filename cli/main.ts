#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// The only file that touches `process`. The cache keeps stripped and compiled files between runs (`parse` is run once
// per output by scripts: see docs/cli.md for the measured start).
enableCompileCache();

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `netwalker needs Node 24, and this is ${process.versions.node}: start it with npx netwalker, which brings its own\n`,
  );
  process.exit(1);
}

const { runCli } = await import('./commands/run-cli.ts');
const { faultText } = await import('./render/fault-text.ts');
const interrupt = new AbortController();
/** npx passes on the Ctrl-C that the terminal sent to us as well: two signals this close are one press. */
const SAME_PRESS_MS = 500;
let interruptedAt = 0;
const onSignal = (): void => {
  if (interrupt.signal.aborted && Date.now() - interruptedAt > SAME_PRESS_MS) process.exit(130);
  interruptedAt ||= Date.now();
  interrupt.abort();
};
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
// The terminal is gone, as with a dropped SSH login: nobody is left who could press Ctrl-C.
process.on('SIGHUP', onSignal);

const FAULT = 1;
const isGone = ({ code }: NodeJS.ErrnoException): boolean => code === 'EPIPE' || code === 'EIO';
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `netwalker devices | head`: the reader left, and nobody is there to be told.
  if (isGone(error)) process.exit(0);
  process.stderr.write(`netwalker: the output cannot be written: ${error.message}\n`, () =>
    process.exit(FAULT),
  );
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  // Progress that cannot be written is no reason to stop a walk; that nobody is there to see it is.
  if (isGone(error)) interrupt.abort();
});

/** Closing takes a probe a few seconds, and a table that does not answer some more. */
const CLOSING_MS = 30_000;
let fault: unknown;
// What nobody catches, as when the disk is full: whatever it is, sessions are closed before the process ends.
process.on('uncaughtException', (error: unknown) => {
  if (fault !== undefined) return;
  fault = error;
  process.stderr.write(`netwalker: ${faultText(error)}\n`);
  interrupt.abort();
  setTimeout(() => process.exit(FAULT), CLOSING_MS).unref();
});

const exitCode = await runCli({
  argv: process.argv.slice(2),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: Date.now,
  interrupted: interrupt.signal,
});
await new Promise((flushed) => process.stdout.write('', flushed));
process.exit(fault === undefined ? exitCode : FAULT);
