import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { readFields } from './labels.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

const STACK = {
  name: 'hostname',
  'software version': 'version',
  'mac address': 'mac',
  uptime: 'uptime',
} as const;
const MEMBER = { model: 'model', 'serial number': 'serial', status: 'status', uptime: 'uptime' } as const;
const LEADS = /^(?:commander|conductor|master)\b/i;

/** `show vsf detail` of AOS-CX and ArubaOS-Switch: the stack, then a section from `Member ID` on for each member. */
export function parseVsfDetail(text: string): Facts {
  const lines = outputLines(text);
  const members = splitBlocks(lines, isMember).map((block) => readFields(block, MEMBER));
  const first = lines.findIndex(isMember);
  const stack = readFields(first < 0 ? lines : lines.slice(0, first), STACK);
  const leader = members.find(({ status }) => LEADS.test(status ?? '')) ?? members[0];
  const uptime = stack.uptime ?? leader?.uptime;
  return facts({
    hostname: stack.hostname,
    model: leader?.model,
    osVersion: stack.version,
    serials: members.map(({ serial }) => serial),
    uptimeSeconds: uptime === undefined ? undefined : uptimeSeconds(uptime),
    chassisIds: [stack.mac],
  });
}

const isMember = (line: string): boolean => /^\s{0,8}Member ID\s{0,60}:/i.test(line);
