import type { Connection, Session } from 'ssh2';
import { dialectOf } from '../device/dialect-of.ts';
import { runCliShell } from '../shell/cli-shell.ts';
import { runLinuxExec, runLinuxShell } from '../shell/linux-shell.ts';
import type { Visit } from '../shell/visit.ts';

const DEFAULT_ROWS = 24;

/** Answers channel requests as the kind of device does: a shell on all of them, exec on Linux only. */
export function openChannels(visit: Visit, username: string): void {
  const { client, behavior, cli } = visit;
  const isIos = cli.device.entry.kind === 'cisco_ios';
  let opened = 0;
  if (behavior.channel === 'refused') sayNoChannelsLeft(client);
  client.on('session', (accept, reject) => {
    opened += 1;
    // IOS has one session channel for a connection.
    if (behavior.channel === 'refused' || (isIos && opened > 1)) return reject();
    serveSession(visit, accept(), username);
  });
}

/** Makes ssh2 answer with reason 4 (RFC 4254 section 5.1, resource shortage): it has no option for it. */
function sayNoChannelsLeft(client: Connection): void {
  (client as unknown as { _chanMgr: { add: () => number } })._chanMgr.add = () => -1;
}

function serveSession(visit: Visit, session: Session, username: string): void {
  const { entry } = visit.cli.device;
  const { kind } = entry;
  let rows = DEFAULT_ROWS;
  session.on('pty', (accept: (() => void) | undefined, _reject, info) => {
    rows = info.rows;
    accept?.();
  });
  session.on('window-change', (accept: (() => void) | undefined) => accept?.());
  session.on('env', (accept: (() => void) | undefined) => accept?.());
  session.on('shell', (accept, reject: (() => void) | undefined) => {
    if (visit.behavior.channel === 'no-shell') return reject?.();
    const stream = accept();
    const shell =
      kind === 'linux'
        ? runLinuxShell(visit, stream, username)
        : runCliShell(visit, dialectOf({ ...entry, kind }), stream, rows);
    void shell.catch(() => visit.socket.destroy());
  });
  session.on('exec', (accept, reject: (() => void) | undefined, { command }) => {
    if (visit.behavior.channel === 'no-shell' || kind !== 'linux') return reject?.();
    void runLinuxExec(visit, accept(), command).catch(() => visit.socket.destroy());
  });
}
