import type { Command } from 'commander';
import { countStates } from '../../shared/cost/count-states.ts';
import { costOfMonth, costOfRun, SERVER_MONTH_USD, totalOf } from '../../shared/cost/estimate-cost.ts';
import { MEASURED } from '../../shared/cost/measured.ts';
import { PRICES } from '../../shared/cost/prices.ts';
import { workflowText } from '../../shared/workflow/load.ts';
import { renderTable } from '../render/table.ts';
import type { CliCommand } from './cli-command.ts';
import { seconds, whole } from './run-options.ts';

const DAYS = 30;
/** Hops from the seeds in a network of some size. */
const HOPS = 6;
/** A wave has no more targets than this. */
const PAGE = 1_000;
/** Runs that are kept, where nobody says how long. */
const KEEP_DAYS = 90;

/** What a deployment costs, computed from the workflow's text and a dated price table. */
export const cost: CliCommand = {
  define: (command: Command) =>
    command
      .option('--devices <n>', 'devices of a run (default: 1000)', whole)
      .option('--runs-per-day <n>', 'runs a day (default: 1)', whole)
      .option(
        '--waves <n>',
        'waves of a run (default: 6 hops from the seeds, or one for every 1000 devices)',
        whole,
      )
      .option('--probe-seconds <n>', 'mean duration of a probe (default: 4)', seconds)
      .option('--keep-days <n>', 'days that runs are kept: keepRunsDays (default: 90)', whole),
  run: async ({ options }) => {
    const { devices = 1000, runsPerDay = 1, keepDays = KEEP_DAYS, probeSeconds } = options as Asked;
    const { waves = Math.max(HOPS, Math.ceil(devices / PAGE)) } = options as Asked;
    const usage = {
      ...MEASURED,
      devices,
      waves,
      ...(probeSeconds === undefined ? {} : { probeSeconds }),
    };
    const run = costOfRun(usage, countStates(JSON.parse(workflowText()) as object));
    const fixed = costOfMonth(usage.memoryMb, { ...usage, runsPerDay, keepDays });
    const month = totalOf(fixed) + totalOf(run) * runsPerDay * DAYS;
    // What the server leaves for runs, in devices at what one costs here.
    const perDevice = totalOf(run) / Math.max(1, devices);
    const breakEven = Math.max(0, Math.floor((SERVER_MONTH_USD - totalOf(fixed)) / DAYS / perDevice));
    const data = {
      prices: { asOf: PRICES.asOf, region: PRICES.region },
      usage: { ...usage, runsPerDay, keepDays },
      run: { lines: run, usd: totalOf(run) },
      fixedMonth: { lines: fixed, usd: totalOf(fixed) },
      month: { usd: month },
      serverMonth: { usd: SERVER_MONTH_USD, cheaperFromDevicesPerDay: breakEven },
    };
    return { data, text: (columns) => textOf(data, columns) };
  },
};

interface Asked {
  readonly devices?: number;
  readonly runsPerDay?: number;
  readonly waves?: number;
  readonly probeSeconds?: number;
  readonly keepDays?: number;
}

interface Estimate {
  readonly prices: { readonly asOf: string; readonly region: string };
  readonly usage: { readonly devices: number; readonly runsPerDay: number };
  readonly run: { readonly lines: readonly Line[]; readonly usd: number };
  readonly fixedMonth: { readonly lines: readonly Line[]; readonly usd: number };
  readonly month: { readonly usd: number };
  readonly serverMonth: { readonly usd: number; readonly cheaperFromDevicesPerDay: number };
}
type Line = ReturnType<typeof costOfMonth>[number];

function textOf({ prices, usage, run, fixedMonth, month, serverMonth }: Estimate, columns: number): string {
  const rows = [
    ...run.lines.map((line) => ({ ...line, every: 'run' })),
    { what: 'one run', usd: run.usd, every: 'run' },
    ...fixedMonth.lines.map((line) => ({ ...line, every: 'month' })),
    {
      what: `${usage.runsPerDay * DAYS} runs of ${usage.devices} devices, and what is always there`,
      usd: month.usd,
      every: 'month',
    },
  ];
  const table = renderTable(
    rows,
    [
      { title: 'WHAT', value: ({ what }) => what },
      { title: 'USD', value: ({ usd }) => usd.toFixed(usd < 1 ? 4 : 2), align: 'right' },
      { title: 'EVERY', value: ({ every }) => every },
    ],
    columns,
  );
  const verdict = `A small server that runs all the time costs about ${serverMonth.usd} USD a month: it is cheaper from about ${serverMonth.cheaperFromDevicesPerDay} devices a day.`;
  return `${table}\n\nList prices of ${prices.region}, ${prices.asOf}, without free tiers, VPN and data transfer. ${verdict}`;
}
