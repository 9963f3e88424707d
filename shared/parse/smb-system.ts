import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { readLabel } from './labels.ts';
import { outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

/**
 * `show system` of Cisco Small Business switches. `System Up Time (days,hour:min:sec):       70,03:16:47`: the label has
 * colons of its own. The description is free of the product's name in some releases.
 */
export function parseSmbSystem(text: string): Facts {
  const fields = new Map<string, string>();
  for (const line of outputLines(text)) {
    const labeled = readLabel(line.replace(/\([^()]{1,60}\)(?=:)/, ''));
    if (labeled !== null && !fields.has(labeled.key)) fields.set(labeled.key, labeled.value);
  }
  const up = /^(\d{1,5}),(\d{1,2}:\d\d:\d\d)/.exec(fields.get('system up time') ?? '');
  return facts({
    hostname: fields.get('system name'),
    // `SG350-28 28-Port Gigabit Managed Switch`; older ones have no product in it.
    model: /^(?:S[GFX]|CBS|ESW|SRW)\S{3,24}(?= )/.exec(fields.get('system description') ?? '')?.[0],
    uptimeSeconds: up ? uptimeSeconds(`${up[1] ?? ''} days, ${up[2] ?? ''}`) : undefined,
    chassisIds: [fields.get('system mac address')],
  });
}
