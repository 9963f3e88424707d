import type { DeviceConnection, DeviceLine } from '../../model/device-line.ts';
import { outputLines } from '../lines.ts';

/**
 * `echo own $PPID; ps -eo pid=,user:64=,args=` on Linux with OpenSSH: the process that serves an authenticated connection is
 * `sshd: ops@notty`, `sshd: ops@pts/0` or `sshd: ops` (`sshd-session:` since 9.8). Its monitor, `sshd: ops [priv]`, is not the
 * user's. Nothing in it says where the connection came from.
 */
export function parseSshdProcesses(text: string): readonly DeviceLine[] {
  const lines = outputLines(text);
  const own = lines.map((line) => /^own (\d{1,10})$/.exec(line)?.[1]).find((pid) => pid !== undefined);
  return lines.flatMap((line) => {
    const row =
      /^ {0,16}(\d{1,10}) {1,16}(\S{1,64}) {1,64}sshd(?:-session)?: (\S{1,64}?)(?:@\S{1,64})?[ \t]{0,16}$/.exec(
        line,
      );
    const [, pid, runsAs, user] = row ?? [];
    if (pid === undefined || user === undefined || runsAs !== user) return [];
    return [{ line: pid, user, from: null, isOwn: pid === own }];
  });
}

/** `ss -Htn state established`: `0      0        10.0.0.1:22      10.1.1.5:51234`; IPv6 in brackets. */
export function parseSsEstablished(text: string): readonly DeviceConnection[] {
  return outputLines(text).flatMap((line) => {
    const row =
      /^ {0,16}\d{1,10} {1,16}\d{1,10} {1,64}\S{1,80}:(\d{1,5}) {1,64}\[?([0-9A-Fa-f:.]{2,45})\]?(?:%\S{1,32})?:(\d{1,5})[ \t]{0,16}$/.exec(
        line,
      );
    const [, localPort, address, port] = row ?? [];
    if (localPort === undefined || address === undefined || port === undefined) return [];
    return [{ localPort: Number(localPort), address: address.replace(/^::ffff:/i, ''), port: Number(port) }];
  });
}
