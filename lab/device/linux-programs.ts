import { complains, prints, type Program } from '../shell/sh-run.ts';
import { ip } from './ip-command.ts';
import { chassisMac } from './announcement.ts';
import type { CliContext } from './cli-context.ts';
import { lldpcliChassisJson0, lldpcliNeighborsJson0, lldpcliNeighborsPlain } from './lldpcli.ts';

/** What a Debian server with lldpd has on its PATH, as far as a reader of neighbors asks for it. */
export function linuxPrograms(context: CliContext): ReadonlyMap<string, Program> {
  const { device } = context;
  const { image } = device.entry;
  const files = filesOf(context);
  const uname: Program = ([flag]) =>
    prints(
      flag === '-n'
        ? `${device.name}\n`
        : flag === '-r'
          ? `${image}\n`
          : flag === '-a'
            ? `Linux ${device.name} ${image} #1 SMP PREEMPT_DYNAMIC Debian 6.1.115-1 (2024-11-01) x86_64 GNU/Linux\n`
            : 'Linux\n',
    );
  return new Map<string, Program>([
    ['uname', uname],
    ['hostname', () => prints(`${device.name}\n`)],
    ['cat', (args, stdin) => (args.length === 0 ? prints(stdin) : cat(files, args))],
    ['echo', (args) => prints(args[0] === '-n' ? args.slice(1).join(' ') : `${args.join(' ')}\n`)],
    ['printf', ([format = '', ...args]) => prints(printf(format, args))],
    ['true', () => ({ output: [], status: 0 })],
    ['false', () => ({ output: [], status: 1 })],
    ['lldpcli', (args) => lldpcli(context, args)],
    ['lldpctl', (args) => lldpcli(context, [...args, 'show', 'neighbors'])],
    ['ip', (args) => ip(context, args)],
    ['who', () => prints(who(context))],
    ['ps', () => prints(ps(context))],
    ['ss', () => prints(ss(context))],
    ['kill', ([pid]) => kill(context, Number(pid))],
    ['id', () => prints('uid=1000(ops) gid=1000(ops) groups=1000(ops),111(_lldpd)\n')],
    ['head', (args, stdin) => prints(head(args, stdin))],
  ]);
}

function filesOf({ device }: CliContext): ReadonlyMap<string, string | null> {
  const seconds = device.uptimeMinutes * 60;
  return new Map<string, string | null>([
    [
      '/etc/os-release',
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nVERSION="12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\nHOME_URL="https://www.debian.org/"\n',
    ],
    ['/etc/hostname', `${device.name}\n`],
    ['/proc/sys/kernel/hostname', `${device.name}\n`],
    ['/proc/uptime', `${seconds}.42 ${seconds * 2}.10\n`],
    ['/sys/class/net/eth0/address', `${chassisMac(device)}\n`],
    ...device.ports.map((port) => [`/sys/class/net/${port.name}/address`, `${port.mac}\n`] as const),
    // Readable for root only.
    ['/sys/class/dmi/id/product_serial', null],
  ]);
}

function cat(files: ReadonlyMap<string, string | null>, names: readonly string[]): ReturnType<Program> {
  const results = names.map((name) => {
    const text = files.get(name);
    const why = text === null ? 'Permission denied' : 'No such file or directory';
    return text == null ? complains(`cat: ${name}: ${why}\n`, 1) : prints(text);
  });
  return {
    output: results.flatMap(({ output }) => output),
    status: Math.max(0, ...results.map(({ status }) => status)),
  };
}

function printf(format: string, args: readonly string[]): string {
  let next = 0;
  const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', '\\': '\\' };
  return format.replace(
    /\\([ntr\\])|%([sd%])/g,
    (_all, escape: string | undefined, kind: string | undefined) => {
      if (escape !== undefined) return escapes[escape] ?? '';
      return kind === '%' ? '%' : (args[next++] ?? '');
    },
  );
}

function lldpcli({ device, heard }: CliContext, args: readonly string[]): ReturnType<Program> {
  const format = args[args.indexOf('-f') + 1];
  const words = args.filter((word, n) => !word.startsWith('-') && args[n - 1] !== '-f');
  const json = args.includes('-f') && format === 'json0';
  if (words[0] !== 'show') return complains('lldpcli: unknown command\n', 1);
  if (words[1]?.startsWith('nei')) {
    return prints(json ? lldpcliNeighborsJson0(heard) : lldpcliNeighborsPlain(heard));
  }
  if (words[1] === 'chassis' && json) return prints(lldpcliChassisJson0(device));
  return complains('lldpcli: unknown command\n', 1);
}

function who({ lines }: CliContext): string {
  return lines()
    .map(
      ({ number, username, from }) =>
        `${username.padEnd(8)} pts/${number}        2026-11-20 09:00 (${from})\n`,
    )
    .join('');
}

/** As `ps -eo pid=,user:64=,args=` prints it: an sshd of root's for each connection, and the user's own below it. */
function ps({ lines }: CliContext): string {
  const row = (pid: number, user: string, command: string): string =>
    `${String(pid).padStart(7)} ${user.padEnd(64)} ${command}\n`;
  const sshd = lines().flatMap(({ pid, username }) => [
    row(pid - 1, 'root', `sshd: ${username} [priv]`),
    row(pid, username, `sshd: ${username}@notty`),
  ]);
  return [row(1, 'root', '/sbin/init'), row(611, 'root', 'sshd: /usr/sbin/sshd -D'), ...sshd].join('');
}

function ss({ device, connections }: CliContext): string {
  return connections()
    .map(
      ({ address, port }) =>
        `0      0      ${`${device.addresses[0] ?? ''}:22`.padStart(20)} ${`${address}:${port}`.padStart(20)}  \n`,
    )
    .join('');
}

function kill({ lines, clearLine }: CliContext, pid: number): ReturnType<Program> {
  const line = lines().find((each) => each.pid === pid);
  if (!line || !clearLine(line.number)) return complains(`bash: kill: (${pid}) - No such process\n`, 1);
  return { output: [], status: 0 };
}

function head(args: readonly string[], stdin: string): string {
  const count = Number(/\d+/.exec(args.join(' '))?.[0] ?? 10);
  if (args.join(' ').includes('-c')) return stdin.slice(0, count);
  return stdin
    .split(/(?<=\n)/)
    .slice(0, count)
    .join('');
}
