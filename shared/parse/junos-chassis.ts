import type { Facts } from '../model/device.ts';
import { beginsAt, findColumns } from './columns.ts';
import { facts } from './facts.ts';
import { outputLines } from './lines.ts';

const TITLES = [/Item/, /Version/, /Part number/, /Serial number/, /Description/];

interface Part {
  readonly serial: string | undefined;
  readonly model: string | undefined;
}

/**
 * `show chassis hardware` of Junos: the `Chassis` row, of every node in a cluster. A virtual chassis of EX switches has
 * a row of its own (`Virtual Chassis`), its members are the FPCs.
 */
export function parseJunosChassis(text: string): Facts {
  const lines = outputLines(text);
  const serialAt = findColumns(lines, TITLES)?.starts[3] ?? 0;
  const read = (item: RegExp): Part[] =>
    lines.filter((line) => item.test(line)).map((line) => readPart(line, item, serialAt));
  const chassis = read(/^\s{0,8}Chassis(?=\s|$)/);
  const isVirtual = chassis.some((part) => /^virtual chassis/i.test(part.model ?? ''));
  const members = isVirtual ? read(/^FPC \d{1,3}(?=\s|$)/) : [];
  return facts({
    model: members.find((part) => part.model !== undefined)?.model ?? chassis[0]?.model,
    serials: [...chassis, ...members].map((part) => part.serial),
  });
}

/** `Chassis                                JN1111111         MX480`, or with version and part number, or squeezed. */
function readPart(line: string, item: RegExp, serialAt: number): Part {
  const rest = line.replace(item, '');
  const fits = serialAt > 0 && beginsAt(line, serialAt);
  const cells = fits ? line.slice(serialAt) : rest.replace(/^\s{1,80}REV(?: \d{1,3})?(?=\s)/i, '');
  const words = cells.trim().split(/\s+/);
  const from = !fits && /^\d{3}-\d{6}$/.test(words[0] ?? '') ? 1 : 0;
  const model = words.slice(from + 1).join(' ');
  return { serial: words[from], model: model === '' ? undefined : model };
}
