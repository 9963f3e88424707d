import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { COLLECTORS } from '../../shared/model/collected.ts';

export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

/** `a,b`, and the same flag again, as one list without repetitions. */
export const listed = (value: string, before: readonly string[] = []): readonly string[] => [
  ...new Set([...before, ...value.split(',').map((word) => word.trim())].filter((word) => word !== '')),
];

export const whole = (value: string): number => {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It is not a whole number.');
  return Number(value);
};
export const seconds = (value: string): number => {
  if (!/^\d{1,4}(\.\d{1,3})?$/.test(value)) throw new InvalidArgumentError('It is not a number of seconds.');
  return Number(value);
};
export const perSecond = (value: string): number => {
  if (!/^\d{1,4}(\.\d{1,3})?$/.test(value))
    throw new InvalidArgumentError('It is not a number, such as 5 or 0.5.');
  return Number(value);
};

/** What a run may be told on the command line; `config` takes the same, to show what would be in force. */
export interface RunOptions {
  readonly seed?: readonly string[];
  readonly scope?: readonly string[];
  readonly exclude?: readonly string[];
  readonly lab?: string;
  readonly network?: string;
  readonly username?: string;
  readonly password?: string | true;
  readonly passwordFile?: string;
  readonly keyFile?: string;
  readonly agent?: boolean;
  readonly credentials?: string;
  readonly port?: number;
  readonly platform?: string;
  readonly maxDepth?: number;
  readonly loginsPerSecond?: number;
  readonly concurrency?: number;
  readonly probeTimeout?: number;
  readonly includeName?: readonly string[];
  readonly excludeName?: readonly string[];
  readonly excludePlatform?: readonly string[];
  readonly reclaim?: boolean;
  readonly collect?: readonly string[];
  readonly keepRaw?: boolean;
  readonly dialMap?: string;
  readonly dataDir?: string;
  readonly config?: string;
}

/** How to log in, and through what: what every command that dials takes. */
export function defineLoginOptions(command: Command): void {
  command
    .option('--username <name>', 'the user to log in as')
    .option('--password-file <file>', 'a file whose first line is the password')
    .option('--key-file <file>', 'a private key')
    .option('--agent', 'log in with the SSH agent')
    .option('--credentials <file>', 'a JSON file: {"username", "password", "port"?}')
    .option('--dial-map <file>', 'reach addresses through others: {"IP:PORT": {"host", "port"}}');
  // Taken so that it can be refused with what to use instead; a password in `ps` and in the shell's history is no secret.
  command.addOption(command.createOption('--password [text]').hideHelp());
}

export function defineRunOptions(command: Command): void {
  command
    .option('--seed <host[:port]>', 'an address or name to start from; may be repeated', collect)
    .option('--scope <cidr>', 'a network that may be dialled; may be repeated; nothing outside is', collect)
    .option('--exclude <cidr>', 'a network inside the scope that is not dialled; may be repeated', collect)
    .option('--lab <name[:size]>', 'walk a simulated network: line, ring, campus, datacenter or mixed')
    .option('--network <name>', 'the name under which devices are kept (default: default)')
    .option('--port <n>', 'SSH port (default: 22)', whole)
    .option('--platform <id>', 'the platform of every device, instead of detecting it')
    .option('--max-depth <n>', 'hops from the seeds (default: no limit)', whole)
    .option('--concurrency <n>', 'probes at once (default: 50)', whole)
    .option(
      '--logins-per-second <n>',
      'logins of an account, of all runs together (default: not counted)',
      perSecond,
    )
    .option('--probe-timeout <seconds>', 'for one device, closing included (default: 20)', seconds)
    .option('--include-name <glob>', 'follow only neighbors with such a name; may be repeated', collect)
    .option('--exclude-name <glob>', 'record, but do not follow, such a name; may be repeated', collect)
    .option('--exclude-platform <glob>', 'the same by platform; may be repeated', collect)
    .option('--collect <what>', `read more of each device: ${COLLECTORS.join(',')}`, listed)
    .option('--reclaim', 'after a leak, log in again and clear the line that is provably its own')
    .option('--keep-raw', 'keep what devices print, without secrets: netwalker raw DEVICE shows it')
    .option('--data-dir <dir>', 'where the tables are kept (default: .netwalker)')
    .option('--config <file>', 'the config file (default: netwalker.yaml, where there is one)');
  defineLoginOptions(command);
}
