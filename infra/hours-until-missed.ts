interface Schedule {
  readonly schedule?: string | undefined;
  readonly missedAfterHours?: number | false | undefined;
}

/** CloudWatch: an alarm looks back over seven days at most (PutMetricAlarm: Period times EvaluationPeriods). */
export const LONGEST_HOURS = 168;
/** What a run may take longer than the one before, or start later. */
const MARGIN_HOURS = 1;
/** When clocks go back, a day has 25 hours. */
const LONGEST_DAY_HOURS = 25;

/**
 * Hours without a completed run after which the schedule counts as missed: those of the settings, or an hour more than what lies
 * between two runs. Undefined where nothing is scheduled or the settings want no alarm. Throws where an alarm would ring
 * between two runs of a schedule that is kept, or where only a person can tell.
 */
export function hoursUntilMissed({ schedule, missedAfterHours }: Schedule): number | undefined {
  if (schedule === undefined || missedAfterHours === false) return undefined;
  const between = hoursBetween(schedule);
  if (between === 'a week or more' || (between !== undefined && between + MARGIN_HOURS > LONGEST_HOURS)) {
    throw new Error(
      `deploy.schedule ${schedule}: an alarm of CloudWatch looks back over ${LONGEST_HOURS} hours, which is too short to see that a run was missed. Set deploy.missedAfterHours to false to do without the alarm RunMissed`,
    );
  }
  if (missedAfterHours === undefined) {
    if (between !== undefined) return between + MARGIN_HOURS;
    throw new Error(
      `deploy.schedule ${schedule} does not run on every day: set deploy.missedAfterHours to more hours than ever lie between two runs (up to ${LONGEST_HOURS}), or to false to do without the alarm RunMissed`,
    );
  }
  if (schedule.startsWith('rate(') && between !== undefined && missedAfterHours <= between) {
    throw new Error(
      `deploy.missedAfterHours ${missedAfterHours} is not more than what lies between two runs of ${schedule}: the alarm RunMissed would ring although none was missed`,
    );
  }
  return missedAfterHours;
}

/** The most that lies between two starts, in whole hours; undefined where that takes a calendar. */
function hoursBetween(schedule: string): number | 'a week or more' | undefined {
  const [, every, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule) ?? [];
  if (every !== undefined) return Math.ceil((Number(every) * MINUTES[unit as keyof typeof MINUTES]) / 60);
  // Minutes, hours, day of the month, month, day of the week, year.
  const [, , day = '', month = '', weekday = '', year = '*'] = schedule.slice('cron('.length, -1).split(/ +/);
  if (month !== '*' || isOne(day) || isOne(weekday)) return 'a week or more';
  return isAny(day) && isAny(weekday) && year === '*' ? LONGEST_DAY_HOURS : undefined;
}

const MINUTES = { minute: 1, hour: 60, day: 24 * 60 } as const;
const isAny = (field: string): boolean => field === '*' || field === '?';
/** A single day, also as `L`, `15W` or `MON#1`, and not a list, a range or steps. */
const isOne = (field: string): boolean => !isAny(field) && !/[,/-]/.test(field);
