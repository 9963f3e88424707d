import { canonicalPort } from './port-name.ts';

/** The full names of IOS and NX-OS (`show interfaces`), by canonical type. `mgmt0` is NX-OS's own full name. */
const FULL_NAMES: Readonly<Record<string, string>> = {
  ethernet: 'Ethernet',
  fastethernet: 'FastEthernet',
  gigabitethernet: 'GigabitEthernet',
  twogigabitethernet: 'TwoGigabitEthernet',
  fivegigabitethernet: 'FiveGigabitEthernet',
  tengigabitethernet: 'TenGigabitEthernet',
  twentyfivegigabitethernet: 'TwentyFiveGigE',
  fortygigabitethernet: 'FortyGigabitEthernet',
  hundredgigabitethernet: 'HundredGigE',
  fourhundredgigabitethernet: 'FourHundredGigE',
  appgigabitethernet: 'AppGigabitEthernet',
};

const PLATFORMS = new Set(['cisco_ios', 'cisco_nxos']);

/**
 * A port as IOS and NX-OS name it in full. They print it short in LLDP (`Local Intf: Gi1/0/1`), and where nothing but LLDP
 * runs no output holds the full name. A Junos port stands without the unit 0 that speaks LLDP on it (`ge-0/0/1.0`).
 * Other platforms' ports, and types that are not in the table, stay as they are.
 */
export function fullPort(spelling: string, platform: string): string {
  if (platform === 'juniper_junos') return withoutUnit(spelling);
  if (!PLATFORMS.has(platform)) return spelling;
  const [, type = '', rest = ''] = /^([a-z]+)(\d.*)$/.exec(canonicalPort(spelling)) ?? [];
  const full = FULL_NAMES[type];
  const isShort = full !== undefined && !spelling.toLowerCase().startsWith(full.toLowerCase());
  return isShort ? `${full}${rest}` : spelling;
}

/** Only where both are one port to whoever compares them. */
function withoutUnit(spelling: string): string {
  const port = spelling.endsWith('.0') ? spelling.slice(0, -2) : spelling;
  return canonicalPort(port) === canonicalPort(spelling) ? port : spelling;
}
