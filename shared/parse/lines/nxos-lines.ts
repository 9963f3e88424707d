import type { DeviceConnection, DeviceLine } from '../../model/device-line.ts';
import { outputLines } from '../lines.ts';

/** `show users` of NX-OS: `admin    pts/0        Nov 20 09:00   .          12000 (10.1.1.5) session=ssh *`. */
export function parseNxosUsers(text: string): readonly DeviceLine[] {
  return outputLines(text).flatMap((line) => {
    const row = /^(\S{1,64}) {1,32}pts\/(\d{1,4}) [^()\n]{0,120}\(([^()\s]{1,64})\)([^\n]{0,80})$/.exec(line);
    const [, user, pts, from, rest] = row ?? [];
    if (user === undefined || pts === undefined || from === undefined) return [];
    return [{ line: pts, user, from, isOwn: /\*[ \t]{0,8}$/.test(rest ?? '') }];
  });
}

/**
 * `show sockets connection tcp` of NX-OS, two lines for each connection:
 * `[host]: tcp(4/6) ESTABLISHED  0   10.0.0.1(22)` and below `default   0   10.1.1.5(51234)`.
 */
export function parseNxosSockets(text: string): readonly DeviceConnection[] {
  const lines = outputLines(text);
  return lines.flatMap((line, index) => {
    const local = /\bESTABLISHED {1,16}\d{1,10} {1,16}\S{1,64}\((\d{1,5})\)[ \t]{0,16}$/.exec(line);
    const far = / (\S{1,64})\((\d{1,5})\)[ \t]{0,16}$/.exec(lines[index + 1] ?? '');
    const [, localPort] = local ?? [];
    const [, address, port] = far ?? [];
    if (localPort === undefined || address === undefined || port === undefined) return [];
    return [{ localPort: Number(localPort), address, port: Number(port) }];
  });
}
