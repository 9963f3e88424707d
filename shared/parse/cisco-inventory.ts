import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { outputLines } from './lines.ts';
import { stated } from './stated.ts';

interface Part {
  readonly name: string;
  readonly descr: string;
  readonly pid: string | null;
  readonly serial: string | null;
}

/** A chassis or a stack member by its name: `Chassis`, `Switch 1`, `c93xx Stack`, `Switch System`. */
const MEMBER = /^(?:chassis(?: \d{1,2})?|switch ?\d{0,2}(?: system)?|\S{1,20} stack|rack \d{1,2})$/i;
/** What is inside a chassis, though its description names the chassis: `Nexus9000 C9396PX Chassis Power Supply`. */
const INSIDE = /power|\bfan|\bslot\b|module|supervisor|\btray|\bbay\b|subslot|\bPSU|transceiver|\bFEX/i;
/** What IOS-XR lists where it lists no chassis: `0/0`, `0/RP0`, `module 0/RSP0/CPU0`. */
const CARD = /^(?:module |\d{1,3}\/)/i;

/**
 * `show inventory` of Cisco devices: `NAME: "Chassis", DESCR: "..."` and `PID: x, VID: y, SN: z` lines. The model is
 * the product id of the (first) chassis, or its description where that is empty; serials are those of the chassis or of
 * every stack member, not those of parts. ASA writes `Name:`; IOS-XR in admin mode writes neither quotes nor commas:
 * `Name: Rack 0   Descr: ASR-9010 Chassis`.
 */
export function parseCiscoInventory(text: string): Facts {
  const parts = readParts(outputLines(text));
  const chassis = parts.filter(isChassis);
  // Catalyst 3750 names its members `1`, `2`; in a Catalyst 6500 these are the modules in a chassis that is listed too.
  const numbered = parts.filter((part) => /^\d{1,2}$/.test(part.name));
  const first = parts.slice(0, 1).filter((part) => !CARD.test(part.name));
  const members = [chassis, numbered, first].find((some) => some.length > 0) ?? [];
  return facts({
    model: members[0]?.pid ?? modelIn(members[0]?.descr),
    serials: members.map((part) => part.serial),
  });
}

/** `Cisco Systems, Inc. WS-C4500X-32 2 slot switch` where there is no product id: the product in it, else all of it. */
const modelIn = (descr: string | undefined): string | undefined =>
  /\b(?:WS-C|C\d{4}|N\d{1,2}K-|ASR-?\d|ISR)\S{2,40}/.exec(descr ?? '')?.[0] ?? descr;

function isChassis(part: Part): boolean {
  if (INSIDE.test(part.name)) return false;
  return (
    MEMBER.test(part.name) ||
    (/\bchassis\b/i.test(`${part.name} ${part.descr}`) && !/power|fan/i.test(part.descr))
  );
}

function readParts(lines: readonly string[]): Part[] {
  const parts: Part[] = [];
  let named: { name: string; descr: string } | null = null;
  for (const line of lines) {
    const descrAt = line.search(/DESCR:/i);
    const nameAt = line.search(/^\s{0,8}NAME:/i);
    if (nameAt >= 0 && descrAt > nameAt) {
      named = {
        name: cell(line.slice(line.indexOf(':') + 1, descrAt)),
        descr: cell(line.slice(descrAt + 6)),
      };
    }
    const pidAt = line.indexOf('PID:');
    const serialAt = line.indexOf('SN:');
    if (named === null || pidAt < 0 || serialAt < pidAt) continue;
    const pid = line.slice(pidAt + 4, serialAt).split(/,|VID:/)[0] ?? '';
    parts.push({ ...named, pid: stated(pid), serial: stated(line.slice(serialAt + 3)) });
    named = null;
  }
  return parts;
}

/** `"Chassis", ` and `Ethernet1/46,  ` without comma, blanks and quotes. */
function cell(text: string): string {
  return stated(text.trim().replace(/,$/, '')) ?? '';
}
