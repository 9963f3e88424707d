import type { ServerChannel } from 'ssh2';
import type { CliDialect } from '../device/cli-context.ts';
import { breakOutput, flood } from './break-output.ts';
import { leaveCisco } from './leave.ts';
import { matchCommand } from './match-command.ts';
import { page } from './pager.ts';
import { Terminal } from './terminal.ts';
import type { Visit } from './visit.ts';

const LEAVE = ['exit', 'quit', 'logout'] as const;
const DEFAULT_ROWS = 24;
const MOTD_WITH_HASH =
  '\n##############################\n# Authorized access only     #\n# Every session is recorded  #';

/** A shell of the Cisco family on one channel. Resolves when the client left. */
export async function runCiscoShell(
  visit: Visit,
  dialect: CliDialect,
  stream: ServerChannel,
  rows: number,
): Promise<void> {
  const terminal = new Terminal(stream, visit.behavior.slow === true);
  if (visit.behavior.greeting === 'none') return;
  if (visit.behavior.greeting === 'flood') return flood(terminal);
  if (visit.behavior.greeting === 'hash') await terminal.write(MOTD_WITH_HASH);
  const shell = new CiscoShell(visit, dialect, terminal, stream, rows);
  await shell.run();
}

class CiscoShell {
  readonly #visit: Visit;
  readonly #dialect: CliDialect;
  readonly #terminal: Terminal;
  readonly #stream: ServerChannel;
  #length: number;
  #privileged: boolean;

  constructor(visit: Visit, dialect: CliDialect, terminal: Terminal, stream: ServerChannel, rows: number) {
    this.#visit = visit;
    this.#dialect = dialect;
    this.#terminal = terminal;
    this.#stream = stream;
    this.#length = visit.behavior.ignoresLength || rows === 0 ? DEFAULT_ROWS : rows;
    this.#privileged = !visit.cli.device.startsUnprivileged;
  }

  get #prompt(): string {
    return `${this.#visit.cli.device.name}${this.#privileged ? '#' : '>'}`;
  }

  async run(): Promise<void> {
    await this.#terminal.write('\n');
    for (;;) {
      await this.#terminal.write(this.#prompt);
      const line = await this.#terminal.readLine(true);
      if (line === null) return;
      if (line.trim() === '') continue;
      if (!(await this.#execute(line))) return;
    }
  }

  /** False when the shell is over. */
  async #execute(line: string): Promise<boolean> {
    const { answers, rejected } = this.#dialect;
    const show = matchCommand(line, Object.keys(answers));
    if (show !== null) return this.#show(show);
    if (matchCommand(line, LEAVE) !== null)
      return !(await leaveCisco(this.#visit, this.#terminal, this.#stream));
    if (await this.#clearLine(line)) return true;
    if (await this.#set(line)) return true;
    await this.#terminal.write(rejected(line, this.#prompt.length));
    return true;
  }

  async #show(command: string): Promise<boolean> {
    const text = this.#dialect.answers[command]?.(this.#visit.cli) ?? '';
    if (await breakOutput(this.#visit, this.#terminal, text)) return false;
    await page(this.#terminal, this.#dialect, text, this.#length);
    return true;
  }

  /** `clear line vty N` of IOS, which asks, and `clear line pts/N` of NX-OS, which does not; false when it is neither. */
  async #clearLine(line: string): Promise<boolean> {
    const number = this.#dialect.clearsLine.exec(line.trim())?.[1];
    // NX-OS asks the user's role, and the lab's user is network-admin.
    if (number === undefined || (this.#dialect.confirms && !this.#privileged)) return false;
    if (this.#dialect.confirms) {
      await this.#terminal.write('[confirm]');
      const key = await this.#terminal.readKey();
      if (key === null) return true;
      await this.#terminal.write('\n');
      if (!/[\r\ny]/i.test(key)) return true;
    }
    this.#visit.cli.clearLine(Number(number));
    if (this.#dialect.confirms) await this.#terminal.write(' [OK]\n');
    return true;
  }

  /** Commands that change the terminal; false when the line is none of them. */
  async #set(line: string): Promise<boolean> {
    const number = /\s(\d{1,4})\s*$/.exec(line);
    const words = number === null ? line : line.slice(0, number.index);
    const command = matchCommand(words, [
      'terminal length',
      'terminal width',
      'enable',
      'disable',
      'end',
    ] as const);
    if (command === null || command.startsWith('terminal') !== (number !== null)) return false;
    if (command === 'terminal length' && !this.#visit.behavior.ignoresLength)
      this.#length = Number(number?.[1]);
    if (command === 'disable') this.#privileged = false;
    if (command === 'enable' && !this.#privileged) await this.#enable();
    return true;
  }

  async #enable(): Promise<void> {
    await this.#terminal.write('Password: ');
    const secret = await this.#terminal.readLine(false);
    if (secret === this.#visit.enableSecret) this.#privileged = true;
    else if (secret !== null) await this.#terminal.write('% Access denied\n\n');
  }
}
