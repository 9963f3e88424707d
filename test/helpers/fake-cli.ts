import type { ServerChannel } from 'ssh2';

export interface CliContext {
  readonly channel: ServerChannel;
  prompt: () => void;
}

export interface FakeCli {
  readonly prompt?: string;
  readonly greeting?: string;
  /** False: the first prompt waits for a line. */
  readonly promptsAtOnce?: boolean;
  readonly echo?: boolean;
  /** What a command prints; a function writes for itself and prompts when it likes. */
  readonly commands?: Readonly<Record<string, string | ((cli: CliContext) => void)>>;
  readonly onExit?: (cli: CliContext) => void;
  /** Every command that was typed. */
  readonly log?: string[];
}

/** A line-based CLI as IOS has it: echoes what is typed, answers, prompts; `exit` closes the channel. */
export function fakeCli(options: FakeCli): (channel: ServerChannel) => void {
  return (channel) => {
    const cli: CliContext = { channel, prompt: () => void channel.write(`\r\n${options.prompt ?? 'R1#'}`) };
    if (options.greeting) channel.write(options.greeting);
    if (options.promptsAtOnce ?? true) cli.prompt();
    let line = '';
    channel.on('data', (bytes: Buffer) => {
      for (const char of bytes.toString('latin1')) {
        if (char !== '\n') line += char;
        else {
          const command = line;
          line = '';
          answer(cli, options, command);
        }
      }
    });
  };
}

function answer(cli: CliContext, options: FakeCli, command: string): void {
  options.log?.push(command);
  if (options.echo ?? true) cli.channel.write(`${command}\r\n`);
  if (command === 'exit') {
    if (options.onExit) options.onExit(cli);
    else {
      cli.channel.exit(0);
      cli.channel.end();
    }
    return;
  }
  const known = options.commands?.[command];
  if (typeof known === 'function') return known(cli);
  if (known !== undefined) cli.channel.write(known.replaceAll('\n', '\r\n'));
  else if (command !== '' && !command.startsWith('terminal ')) {
    cli.channel.write("% Invalid input detected at '^' marker.\r\n");
  }
  cli.prompt();
}
