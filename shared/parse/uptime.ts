const UNITS: Readonly<Record<string, number>> = {
  y: 31_536_000,
  year: 31_536_000,
  w: 604_800,
  week: 604_800,
  d: 86_400,
  day: 86_400,
  h: 3600,
  hr: 3600,
  hour: 3600,
  m: 60,
  min: 60,
  minute: 60,
  s: 1,
  sec: 1,
  second: 1,
};

/**
 * Seconds of an uptime as devices write it: `1 year, 22 weeks, 6 days, 9 hours, 38 minutes`, `11 day(s), 01 hour(s)`,
 * `5w3d12h`, `20 days, 3:04:05`. A week is 7 days, a year 365. Undefined where there is no time in the text.
 */
export function uptimeSeconds(text: string): number | undefined {
  const bounded = text.slice(0, 200);
  let seconds = 0;
  let found = false;
  for (const [, amount, unit] of bounded.matchAll(/(\d{1,9}) ?([a-z]{1,7})(?![a-z])/gi)) {
    const size = UNITS[(unit ?? '').toLowerCase().replace(/(?<=..)s$/, '')];
    if (size === undefined) continue;
    seconds += Number(amount) * size;
    found = true;
  }
  const clock = /(?<![\d:.])(\d{1,5}):(\d\d):(\d\d)(?![\d:])/.exec(bounded);
  if (clock) {
    seconds += Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
    found = true;
  }
  return found ? seconds : undefined;
}
