import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { firstMatch, outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

interface Board {
  readonly kind: string;
  readonly name: string;
  readonly serial: string | undefined;
}

/**
 * `show system` of AlliedWare Plus. A board table for each stack member names its base (`Base  569  Base
 * AT-x530L-52GTX  B-1  A000...`), a chassis its own; fans, cards and power supplies are left out. The host name stands
 * alone in the line below `System Name`.
 */
export function parseAwplusSystem(text: string): Facts {
  const lines = outputLines(text);
  const boards = lines.map(readBoard).filter((board) => board !== null);
  const chassis = boards.filter(({ kind }) => kind === 'Chassis');
  const device = chassis.length > 0 ? chassis : boards;
  const uptime = firstMatch(lines, /^\s{0,8}Uptime\s{0,20}:\s{0,4}(.{1,60})/);
  return facts({
    hostname: readHostname(lines),
    model: device[0]?.name,
    osVersion: firstMatch(lines, /^\s{0,8}Software version\s{0,20}:\s{0,4}(\S{1,64})/)?.[1],
    serials: device.map(({ serial }) => serial),
    uptimeSeconds: uptimeSeconds(uptime?.[1] ?? ''),
  });
}

/** Board, number, bay (a chassis stands in none), a name that may have blanks in it, revision, serial number. */
function readBoard(line: string): Board | null {
  const [kind = '', id = '', ...rest] = line.slice(0, 200).trim().split(/\s+/);
  if (!/^(?:Base|Chassis)$/.test(kind) || !/^\d{1,6}$/.test(id) || rest.length < 3) return null;
  return { kind, name: rest.slice(rest.length > 3 ? 1 : 0, -2).join(' '), serial: rest.at(-1) };
}

/** The line below `System Name`; without a name, the next title stands there. */
function readHostname(lines: readonly string[]): string | undefined {
  const title = lines.findIndex((line) => line.trim() === 'System Name');
  const below = title < 0 ? undefined : lines[title + 1]?.trim();
  return below === 'System Contact' ? undefined : below?.slice(0, 255);
}
