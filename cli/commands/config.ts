import { checkKeys } from '../config/check-keys.ts';
import { checkSettings } from '../config/check-settings.ts';
import { gatherRun } from '../config/gather-run.ts';
import type { GatheredRun } from '../config/gather-run.ts';
import { renderTable } from '../render/table.ts';
import type { CliCommand } from './cli-command.ts';
import { openLab } from './open-lab.ts';
import { defineRunOptions } from './run-options.ts';
import type { RunOptions } from './run-options.ts';

/** Takes what `discover` takes, and prints what would be in force and where it came from; refuses what `discover` refuses. Secrets are `(set)`. */
export const config: CliCommand = {
  define: defineRunOptions,
  run: async ({ host, options }) => {
    const given = options as RunOptions;
    const lab = given.lab === undefined ? null : await openLab(given.lab);
    await lab?.close();
    const gathered = gatherRun(host, given, lab);
    checkSettings(gathered.settings);
    await checkKeys(gathered.credentials);
    const rows = toRows(gathered);
    return { data: rows, text: (columns) => table(rows, columns) };
  },
};

interface Row {
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
}

function toRows({ settings, credentials, configFile }: GatheredRun): readonly Row[] {
  const isList = credentials.length > 1;
  const logins = credentials.flatMap(({ origins, match }, index) => {
    const prefix = isList ? `credentials[${index}]` : 'credentials';
    const matching = match ? [{ key: `${prefix}.match`, value: match, from: configFile ?? '' }] : [];
    return [
      ...matching,
      ...origins.map(({ key, value, from }) => ({ key: `${prefix}.${key}`, value, from })),
    ];
  });
  return [
    { key: 'config', value: configFile, from: configFile === null ? 'not set' : 'file' },
    ...settings,
    ...logins,
  ];
}

const table = (rows: readonly Row[], columns: number): string =>
  renderTable(
    rows,
    [
      { title: 'SETTING', value: ({ key }) => key },
      { title: 'VALUE', value: ({ value }) => shown(value) },
      { title: 'FROM', value: ({ from }) => from },
    ],
    columns,
  );

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.join(', ') || null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
