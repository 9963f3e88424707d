const IOS_SHORT: readonly (readonly [string, string, string])[] = [
  ['TenGigabitEthernet', 'Te', 'Ten '],
  ['GigabitEthernet', 'Gi', 'Gig '],
  ['FastEthernet', 'Fa', 'Fas '],
  ['HundredGigE', 'Hu', 'Hun '],
  ['TenGigE', 'Te', 'Ten '],
  ['Ethernet', 'Eth', 'Eth '],
];

/** `GigabitEthernet1/0/1` as LLDP output has it: `Gi1/0/1`; `Ethernet1/1` becomes `Eth1/1`. */
export function shortPort(name: string): string {
  const row = IOS_SHORT.find(([long]) => name.startsWith(long));
  return row === undefined ? name : row[1] + name.slice(row[0].length);
}

/** The same as `show cdp neighbors` on IOS has it: `Gig 1/0/1`. */
export function columnPort(name: string): string {
  const row = IOS_SHORT.find(([long]) => name.startsWith(long));
  return row === undefined ? name : row[2] + name.slice(row[0].length);
}
