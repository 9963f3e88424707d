import type { ServerChannel } from 'ssh2';
import type { CliDialect, Mode } from '../device/cli-context.ts';
import { breakOutput, flood } from './break-output.ts';
import { closeChannel, leaveCli } from './leave.ts';
import { matchCommand, matchPortCommand } from './match-command.ts';
import { page } from './pager.ts';
import { Terminal } from './terminal.ts';
import type { Visit } from './visit.ts';

const DEFAULT_ROWS = 24;
const MOTD_WITH_HASH =
  '\n##############################\n# Authorized access only     #\n# Every session is recorded  #';

/** A shell with a prompt on one channel. Resolves when the client left. */
export async function runCliShell(
  visit: Visit,
  dialect: CliDialect,
  stream: ServerChannel,
  rows: number,
): Promise<void> {
  const terminal = new Terminal(stream, visit.behavior.slow === true);
  if (visit.behavior.greeting === 'none') return;
  if (visit.behavior.greeting === 'flood') return flood(terminal);
  if (visit.behavior.greeting === 'hash') await terminal.write(MOTD_WITH_HASH);
  const shell = new CliShell(visit, dialect, terminal, stream, rows);
  await shell.run();
}

class CliShell {
  readonly #visit: Visit;
  readonly #dialect: CliDialect;
  readonly #terminal: Terminal;
  readonly #stream: ServerChannel;
  #length: number;
  #privileged: boolean;
  #isPlain: boolean;
  #mode: Mode | null = null;

  constructor(visit: Visit, dialect: CliDialect, terminal: Terminal, stream: ServerChannel, rows: number) {
    this.#visit = visit;
    this.#dialect = dialect;
    this.#terminal = terminal;
    this.#stream = stream;
    this.#length = visit.behavior.ignoresLength || rows === 0 ? DEFAULT_ROWS : rows;
    this.#privileged = !visit.cli.device.startsUnprivileged;
    this.#isPlain = dialect.redraws !== true;
  }

  get #prompt(): string {
    const { device, lines } = this.#visit.cli;
    const username = lines().find(({ own }) => own)?.username ?? '';
    const prompt = this.#mode?.prompt ?? this.#dialect.prompt;
    return prompt?.(device, username) ?? `${device.name}${this.#privileged ? '#' : '>'}`;
  }

  /** Without the lines above it. */
  get #promptLine(): string {
    return this.#prompt.slice(this.#prompt.lastIndexOf('\n') + 1);
  }

  async run(): Promise<void> {
    await this.#terminal.write(`\n${this.#dialect.greeting?.(this.#visit.cli.device) ?? ''}`);
    for (;;) {
      await this.#terminal.write(this.#prompt);
      const line = await this.#readLine();
      if (line === null) return;
      if (line.trim() === '') continue;
      if (!(await this.#execute(line))) return;
    }
  }

  async #readLine(): Promise<string | null> {
    if (this.#isPlain) return this.#terminal.readLine(true);
    const redrawn = (line: string) => `\r\u001b[K${this.#promptLine}${line}\n`;
    return this.#terminal.readLine(true, redrawn);
  }

  /** False when the shell is over. */
  async #execute(line: string): Promise<boolean> {
    const { answers, portAnswers = {}, rejected, leave, leaveHalf = [] } = this.#dialect;
    if (await this.#changeMode(line)) return true;
    if (this.#mode === null && matchCommand(line, leave) !== null)
      return !(await leaveCli(this.#visit, this.#terminal, this.#stream));
    if (matchCommand(line, leaveHalf) !== null) {
      closeChannel(this.#stream, 0);
      return false;
    }
    const { cli, behavior } = this.#visit;
    if (!this.#mode?.isDeaf && (!behavior.plainOnly || !line.includes('|'))) {
      const lacking = this.#dialect.lacks?.(cli.device) ?? [];
      const show = matchCommand(
        line,
        Object.keys(answers).filter((command) => !lacking.includes(command)),
      );
      if (show !== null) return this.#show(show, answers[show]?.(cli) ?? '');
      const onPort = matchPortCommand(line, Object.keys(portAnswers));
      if (onPort !== null)
        return this.#show(onPort.command, portAnswers[onPort.command]?.(cli, onPort.port) ?? '');
    }
    if (await this.#clearLine(line)) return true;
    if (await this.#set(line)) return true;
    await this.#terminal.write(rejected(line, this.#promptLine.length));
    return true;
  }

  async #changeMode(line: string): Promise<boolean> {
    const { modes = {} } = this.#dialect;
    const from = this.#mode;
    const isOver = from !== null && matchCommand(line, from.leave) !== null;
    const into = from === null ? modes[matchCommand(line, Object.keys(modes)) ?? ''] : undefined;
    if (!isOver && !into) return false;
    this.#mode = into ?? null;
    await this.#terminal.write((isOver ? from.leaves : into?.enters) ?? '');
    return true;
  }

  async #show(command: string, text: string): Promise<boolean> {
    await this.#terminal.write(this.#dialect.above ?? '');
    if (await breakOutput(this.#visit, command, this.#terminal, text)) return false;
    await page(this.#terminal, this.#dialect.pager, text, this.#length);
    return true;
  }

  /** `clear line vty N` of IOS, which asks, and `clear line pts/N` of NX-OS, which does not; false when it is neither. */
  async #clearLine(line: string): Promise<boolean> {
    const number = this.#dialect.clearsLine?.exec(line.trim())?.[1];
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
    const { settings } = this.#dialect;
    const number = /\s(\d{1,4})\s*$/.exec(line);
    const words = number === null ? line : line.slice(0, number.index);
    const known = Object.keys(settings).filter(
      (name) => (settings[name]?.takesNumber === true) === (number !== null),
    );
    const setting = settings[matchCommand(words, known) ?? ''];
    if (setting === undefined) return false;
    await this.#terminal.write(this.#dialect.above ?? '');
    const value = Number(number?.[1] ?? 0);
    const mayPage = this.#visit.behavior.ignoresLength !== true;
    if (setting.does === 'length' && mayPage) this.#length = value;
    if (setting.does === 'no-pages' && mayPage) this.#length = 0;
    if (setting.does === 'plain') this.#isPlain = true;
    if (setting.does === 'disable') this.#privileged = false;
    if (setting.does === 'enable' && !this.#privileged) await this.#enable();
    if (setting.says) await this.#terminal.write(setting.says(value));
    return true;
  }

  async #enable(): Promise<void> {
    await this.#terminal.write('Password: ');
    const secret = await this.#terminal.readLine(false);
    if (secret === this.#visit.enableSecret) this.#privileged = true;
    else if (secret !== null) await this.#terminal.write(this.#dialect.denied ?? '% Access denied\n\n');
  }
}
