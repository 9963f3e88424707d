import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { outputLines } from './lines.ts';

/** `Chassis              1        JL635A           Aruba 8325-48Y8C 48p 25G 8p 100G Swch              ABCD1234EF       0`. */
const CHASSIS =
  /^\s{0,4}Chassis\s{1,40}\S{1,16}\s{1,40}([A-Z]{1,2}\d\S{1,16})\s{1,40}(\S(?:\S| (?! )){0,80})\s{2,60}(\S{4,32})(?:\s|$)/;

/** `show system inventory` of AOS-CX: a chassis for each member of a stack; its parts are left out. */
export function parseAoscxInventory(text: string): Facts {
  const members = outputLines(text)
    .map((line) => CHASSIS.exec(line))
    .filter((found) => found !== null);
  return facts({ model: members[0]?.[1], serials: members.map((found) => found[3]) });
}
