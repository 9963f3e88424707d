import type { DeviceConnection, DeviceLine } from '../../model/device-line.ts';
import { outputLines } from '../lines.ts';

/**
 * `show users` of IOS: `*  2 vty 0     admin      idle                 00:00:00 10.1.1.5`. The location is the last word: the host
 * column may hold several words or none. A user stands right behind the line: after more
 * blanks, the next column would be taken for one.
 */
export function parseIosUsers(text: string): readonly DeviceLine[] {
  return outputLines(text).flatMap((line) => {
    const row =
      /^(\*?) {0,8}\d{1,4} vty {1,8}(\d{1,4}) {1,7}(\S{1,64}) (?:[^\n]{0,160} )?(\S{1,64})[ \t]{0,16}$/.exec(
        line,
      );
    const [, mark, vty, user, from] = row ?? [];
    if (vty === undefined || user === undefined || from === undefined) return [];
    return [{ line: vty, user, from: addressOrNull(from), isOwn: mark === '*' }];
  });
}

/** `show tcp brief` of IOS: `7F1C2A40  10.0.0.1.22   10.1.1.5.51234   ESTAB`: the port is behind the last dot. */
export function parseIosTcp(text: string): readonly DeviceConnection[] {
  return outputLines(text).flatMap((line) => {
    const row =
      /^[0-9A-Fa-f]{4,16} {1,16}\S{1,64}\.(\d{1,5}) {1,32}(\S{1,64})\.(\d{1,5}) {1,32}ESTAB[ \t]{0,16}$/.exec(
        line,
      );
    const [, localPort, address, port] = row ?? [];
    if (localPort === undefined || address === undefined || port === undefined) return [];
    return [{ localPort: Number(localPort), address, port: Number(port) }];
  });
}

/** An idle time, a state or a name in the last column: the listing does not say where the line came from. */
const addressOrNull = (word: string): string | null =>
  /^[0-9a-fA-F:.]{3,45}$/.test(word) && !/^\d{2}:\d{2}:\d{2}$/.test(word) ? word : null;
