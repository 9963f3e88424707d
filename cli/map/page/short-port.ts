import { visible } from './visible-text.ts';

/** As the devices' own brief listings have them. */
const SHORT: readonly (readonly [string, string])[] = [
  ['FourHundredGigabitEthernet', 'F'],
  ['FourHundredGigE', 'F'],
  ['HundredGigabitEthernet', 'Hu'],
  ['HundredGigE', 'Hu'],
  ['FortyGigabitEthernet', 'Fo'],
  ['FortyGigE', 'Fo'],
  ['TwentyFiveGigabitEthernet', 'Twe'],
  ['TwentyFiveGigE', 'Twe'],
  ['TenGigabitEthernet', 'Te'],
  ['TenGigE', 'Te'],
  ['FiveGigabitEthernet', 'Fi'],
  ['TwoGigabitEthernet', 'Tw'],
  ['GigabitEthernet', 'Gi'],
  ['FastEthernet', 'Fa'],
  ['Ethernet', 'Eth'],
  ['Management', 'Ma'],
  ['Port-channel', 'Po'],
];

/** A port as it stands beside its link. */
export function shortPort(port: string | null): string {
  if (port === null) return '?';
  const found = SHORT.find(([long]) => port.startsWith(long));
  return visible((found ? found[1] + port.slice(found[0].length).trim() : port).slice(0, 24));
}
