const UNITS: readonly (readonly [string, number])[] = [
  ['year', 525_600],
  ['week', 10_080],
  ['day', 1440],
  ['hour', 60],
  ['minute', 1],
];

/** As IOS words it: `3 weeks, 1 day, 12 minutes`. */
export function iosUptime(minutes: number): string {
  let rest = minutes;
  const parts = UNITS.flatMap(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
  });
  return parts.join(', ');
}

/** As NX-OS words it: `22 day(s), 0 hour(s), 12 minute(s), 7 second(s)`. */
export function nxosUptime(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  return `${days} day(s), ${hours} hour(s), ${minutes % 60} minute(s), 7 second(s)`;
}

/** As EOS words it: `3 weeks, 0 days, 20 hours and 45 minutes`. */
export function eosUptime(minutes: number): string {
  const weeks = Math.floor(minutes / 10_080);
  const days = Math.floor((minutes % 10_080) / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  return `${weeks} weeks, ${days} days, ${hours} hours and ${minutes % 60} minutes`;
}

/** As Comware and VRP word it: `3 weeks, 1 day, 0 hours, 12 minutes`. */
export function comwareUptime(minutes: number): string {
  const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  return [
    counted(Math.floor(minutes / 10_080), 'week'),
    counted(Math.floor((minutes % 10_080) / 1440), 'day'),
    counted(Math.floor((minutes % 1440) / 60), 'hour'),
    counted(minutes % 60, 'minute'),
  ].join(', ');
}

/** As VRP 8 words it: `266 days, 8 hours, 59 minutes`. */
export function vrpUptime(minutes: number): string {
  const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  const parts = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60] as const;
  return [counted(parts[0], 'day'), counted(parts[1], 'hour'), counted(parts[2], 'minute')].join(', ');
}

/** As PAN-OS prints it: `2 days, 2:38:49`. */
export function panosUptime(minutes: number): string {
  const [hours, rest] = [Math.floor((minutes % 1440) / 60), minutes % 60];
  return `${Math.floor(minutes / 1440)} days, ${hours}:${String(rest).padStart(2, '0')}:49`;
}
