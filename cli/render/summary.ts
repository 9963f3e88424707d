import type { FailureClass } from '../../shared/model/outcome.ts';
import type { RunSummary } from '../../shared/model/run.ts';
import { ADVICE } from './advice.ts';
import { safeText } from './safe-text.ts';

/** Where a run was walked: on this machine (a lab, where it was one), or by a stack. */
type Context = { readonly dataDir: string; readonly lab?: string | undefined } | { readonly stack: string };

/** The end of a run for a person: figures of the map, of the sessions, what failed and what to do, and where to go on. */
export function renderSummary(summary: RunSummary, context: Context): string {
  const flag = flagOf(context);
  const { targets, sessions } = summary;
  const seconds = (Date.parse(summary.endedAt) - Date.parse(summary.startedAt)) / 1000;
  const lines = [
    `run ${summary.runId} ${endOf(summary)}: ${count(summary.devices, 'device')}, ${count(summary.links, 'link')} in ${seconds.toFixed(1)} s, ${count(summary.waves, 'wave')}`,
    `targets   ${targets.visited} visited, ${targets.failed} failed, ${targets.skipped} skipped`,
    ...(summary.carriedOver ? [`carried   ${carriedLine(summary.carriedOver)}`] : []),
    `sessions  ${sessionLine(sessions)}`,
    ...failureLines(summary.failures, flag),
    ...(sessions.leaked > 0
      ? [
          `leaked    ${count(sessions.leaked, 'session')} may still hold a line: netwalker sessions --state leaked${flag}`,
        ]
      : []),
    '',
    `The data is in ${'stack' in context ? `the table of the stack ${context.stack}` : context.dataDir}. Go on with:`,
    ...(summary.status === 'aborted' ? [`  ${resume(summary.runId, context)}`] : []),
    ...(summary.devices === 0
      ? [`  netwalker failures${flag}`]
      : [`  netwalker devices${flag}`, `  netwalker topology${flag}`]),
    `  netwalker explain ADDRESS${flag}`,
  ];
  return safeText(lines.join('\n'), { keep: '\n' });
}

/** How a run ended, in a few words. One that could visit nobody has succeeded as a workflow only. */
export const endOf = ({ status, targets }: RunSummary): string =>
  status === 'succeeded' && targets.visited === 0 ? 'reached no device' : status;

const carriedLine = (carried: NonNullable<RunSummary['carriedOver']>): string =>
  `${carried.visited} visited, ${carried.failed} failed, ${carried.skipped} skipped of these were carried over from run ${carried.from}`;

/** On a stack the latest run may be another by now. */
function resume(runId: string, context: Context): string {
  if ('stack' in context) return `netwalker run start --stack ${context.stack} --resume ${runId}`;
  const lab = context.lab === undefined ? '' : ` --lab ${context.lab}`;
  return `netwalker discover${lab} --resume latest${flagOf(context)}`;
}

function flagOf(context: Context): string {
  if ('stack' in context) return ` --stack ${context.stack}`;
  return context.dataDir === '.netwalker' ? '' : ` --data-dir ${context.dataDir}`;
}

function sessionLine(sessions: RunSummary['sessions']): string {
  const { graceful, ended, destroyed } = sessions.closed;
  const closed = graceful + ended + destroyed;
  return (
    `${sessions.opened} opened, ${closed} closed ` +
    `(${graceful} graceful, ${ended} ended, ${destroyed} destroyed; ${sessions.unconfirmed} unconfirmed), ` +
    `${sessions.leaked} leaked` +
    closing(sessions.closeMs)
  );
}

/** Runs that were stored by an older version have no such figures. */
function closing(spread: RunSummary['sessions']['closeMs'] | undefined): string {
  if (!spread) return '';
  return `; closing took ${spread.p50} ms (median), ${spread.p95} ms (p95), ${spread.max} ms at most`;
}

function failureLines(failures: RunSummary['failures'], flag: string): string[] {
  const classes = Object.entries(failures) as [FailureClass, number][];
  if (classes.length === 0) return [];
  const lines = classes
    .sort(([, a], [, b]) => b - a)
    .map(([name, number]) => `  ${String(number).padStart(4)} ${name}: ${ADVICE[name]}`);
  return ['', `What failed (netwalker failures${flag} names each):`, ...lines];
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
