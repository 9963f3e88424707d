import type { DeviceConnection, DeviceLine } from '../../model/device-line.ts';
import { parseIosTcp, parseIosUsers } from './ios-lines.ts';
import { parseSshdProcesses, parseSsEstablished } from './linux-lines.ts';
import { parseNxosSockets, parseNxosUsers } from './nxos-lines.ts';

interface LineParsers {
  readonly lines: (text: string) => readonly DeviceLine[];
  readonly connections: (text: string) => readonly DeviceConnection[];
}

/** How listings of lines and connections are read, by the key that platforms name. */
export const LINE_PARSERS: Readonly<Record<string, LineParsers>> = {
  ios: { lines: parseIosUsers, connections: parseIosTcp },
  nxos: { lines: parseNxosUsers, connections: parseNxosSockets },
  linux: { lines: parseSshdProcesses, connections: parseSsEstablished },
};
