import { PRICES } from './prices.ts';
import type { StateCounts } from './count-states.ts';

/** What a run does that costs. */
export interface RunUsage {
  readonly devices: number;
  readonly waves: number;
  /** Mean duration of a probe, in seconds. */
  readonly probeSeconds: number;
  readonly memoryMb: number;
  /** Write units (1 KB) for each device. */
  readonly writesPerDevice: number;
  /** Read units (4 KB, consistent) for each device. */
  readonly readsPerDevice: number;
}

export interface CostLine {
  readonly what: string;
  readonly usd: number;
}

/** Log lines of a probe and of its share of the workflow's history, in bytes (measured on a lab walk: about 4 KB). */
const LOG_BYTES_PER_DEVICE = 4_096;
/** Functions of the loop run about a second in every wave. */
const LOOP_SECONDS_PER_WAVE = 2;

/** The cost of one run in US dollars at list price, by what is billed. */
export function costOfRun(usage: RunUsage, states: StateCounts): readonly CostLine[] {
  const { devices, waves } = usage;
  const gb = usage.memoryMb / 1024;
  const seconds = devices * usage.probeSeconds + waves * LOOP_SECONDS_PER_WAVE;
  const entered = states.perRun + waves * states.perWave + devices * states.perDevice;
  const requests = devices + 2 * waves + 2;
  return [
    { what: 'Step Functions', usd: entered * PRICES.stateTransition },
    { what: 'Lambda', usd: seconds * gb * PRICES.lambdaGbSecond + requests * PRICES.lambdaRequest },
    {
      what: 'DynamoDB',
      usd: devices * (usage.writesPerDevice * PRICES.writeUnit + usage.readsPerDevice * PRICES.readUnit),
    },
    { what: 'CloudWatch Logs', usd: ((devices * LOG_BYTES_PER_DEVICE) / 2 ** 30) * PRICES.logGb },
  ];
}

const HOURS = 730;
const MINUTES = HOURS * 60;
const ZONES = 2;
/** Metrics that a deployment writes (one for each class of failure that occurs is added), its alarms and its secrets. */
const FIXED = { metrics: 10, alarms: 9, secrets: 1 } as const;
/** A sweep that finds nothing: eight queries of an index and a fifth of a second. */
const SWEEP = { seconds: 0.2, reads: 4 } as const;

/** What a deployment keeps in its table. */
export interface Kept {
  readonly devices: number;
  readonly runsPerDay: number;
  /** Days that the items of a run stay. */
  readonly keepDays: number;
  readonly bytesPerDevice: number;
  readonly bytesPerDeviceAndRun: number;
}

/** What a deployment costs in a month whether it runs or not, in US dollars. */
export function costOfMonth(memoryMb: number, kept: Kept): readonly CostLine[] {
  const sweep =
    PRICES.schedulerInvocation +
    PRICES.lambdaRequest +
    SWEEP.seconds * (memoryMb / 1024) * PRICES.lambdaGbSecond +
    SWEEP.reads * PRICES.readUnit;
  return [
    { what: `Secrets Manager endpoint (${ZONES} zones)`, usd: ZONES * HOURS * PRICES.endpointZoneHour },
    { what: 'reaper, every minute', usd: MINUTES * sweep },
    {
      what: 'CloudWatch (alarms, metrics, dashboard)',
      usd: FIXED.alarms * PRICES.alarmMonth + FIXED.metrics * PRICES.metricMonth + PRICES.dashboardMonth,
    },
    { what: 'secret', usd: FIXED.secrets * PRICES.secretMonth },
    { what: `table and its backup (runs of ${kept.keepDays} days)`, usd: costOfTable(kept) },
  ];
}

function costOfTable(kept: Kept): number {
  const runs = kept.runsPerDay * kept.keepDays;
  const bytes = kept.devices * (kept.bytesPerDevice + runs * kept.bytesPerDeviceAndRun);
  return (bytes / 2 ** 30) * (PRICES.tableGbMonth + PRICES.pointInTimeGbMonth);
}

export const totalOf = (lines: readonly CostLine[]): number => lines.reduce((sum, { usd }) => sum + usd, 0);

/** What a small server that runs all the time costs in a month (t3.medium and its disk, list price), to compare. */
export const SERVER_MONTH_USD = 32;
