import excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';
import { runLocally } from '../../../cli/engine/run-locally.ts';
import { execRows, type ExecRow } from '../../../cli/exec/exec-rows.ts';
import { renderExec } from '../../../cli/exec/render-exec.ts';
import { execWorkbook } from '../../../cli/exec/write-workbook.ts';
import { startLab, type Lab, type LabOptions } from '../../../lab/start-lab.ts';
import { staticCredentials } from '../../../shared/adapters/static-credentials/credentials.ts';
import { runSettingsSchema } from '../../../shared/config.ts';
import type { RunExec, RunSettings, RunSummary } from '../../../shared/model/run.ts';
import { loadView } from '../../../shared/steps/load-view.ts';
import { loadTopology } from '../../../shared/steps/load-topology.ts';
import { startTable, type TestTable } from '../../helpers/table.ts';
import { closedOf, openOnDevices } from './walk-lab.ts';

let table: TestTable;
let walk: RunSummary;

const NETWORK = 'exec';
const LAB = { topology: 'mixed', size: 10 } as const;

async function run(lab: Lab, more: object, interrupted = new AbortController().signal): Promise<RunSummary> {
  const { seeds, scope } = lab;
  const { summary } = await runLocally({
    store: table.store,
    settings: runSettingsSchema.parse({ network: NETWORK, seeds, scope, ...more }) as RunSettings,
    credentials: staticCredentials(lab.credential),
    dialer: mappedDialer(lab.dialMap),
    onEvent: (event) => {
      if (event.type === 'session-opened') opened?.();
    },
    interrupted,
  });
  expect(await openOnDevices(lab)).toEqual({});
  expect(closedOf(summary)).toBe(summary.sessions.opened);
  expect(summary.sessions).toMatchObject({ leaked: 0, unconfirmed: 0 });
  return summary;
}
let opened: (() => void) | undefined;

async function onLab<T>(options: Partial<LabOptions>, work: (lab: Lab) => Promise<T>): Promise<T> {
  const lab = await startLab({ ...LAB, ...options });
  try {
    return await work(lab);
  } finally {
    await lab.close();
  }
}

async function exec(
  asked: Partial<RunExec>,
  options: Partial<LabOptions> = {},
  more: object = {},
): Promise<{ summary: RunSummary; rows: readonly ExecRow[] }> {
  const summary = await onLab(options, (lab) => run(lab, { ...more, exec: asked, lines: { retries: 0 } }));
  const stored = (await table.store.getRun(summary.runId))!;
  const view = await loadView(table.store, (await table.store.getRun(walk.runId))!, () => null);
  const { devices } = asked;
  const chosen = view.devices.filter(({ nodeId }) => !devices || devices.includes(nodeId));
  return { summary, rows: await execRows(table.store, stored, chosen) };
}

const rowOf = (rows: readonly ExecRow[], device: string, command?: string): ExecRow | undefined =>
  rows.find((row) => row.device === device && (command === undefined || row.command === command));

beforeAll(async () => {
  table = await startTable();
  walk = await onLab({}, (lab) => run(lab, {}));
  expect(walk.devices).toBe(10);
}, 60_000);
afterAll(() => table.close());

describe('commands on the known devices of a mixed network', () => {
  test('run where the platform takes them, fail where a device does, and close every session', async () => {
    const mapBefore = await loadTopology(table.store, NETWORK);
    const { summary, rows } = await exec(
      { commands: ['show version', 'uname -n', 'display version'] },
      { faults: { 'ios-01': 'resets-mid-output', 'eos-01': 'wrong-password', 'nx-01': 'refused' } },
    );
    expect(summary).toMatchObject({
      status: 'succeeded',
      drift: null,
      commands: ['show version', 'uname -n', 'display version'],
    });
    expect(rows).toHaveLength(30);
    expect(rowOf(rows, 'jun-01', 'show version')).toMatchObject({ status: 'ok', reason: null });
    expect(rowOf(rows, 'jun-01', 'show version')?.output).toContain('Hostname: jun-01');
    expect(rowOf(rows, 'jun-01', 'uname -n')).toMatchObject({ status: 'refused', output: '' });
    expect(rowOf(rows, 'srv-01', 'uname -n')).toMatchObject({ status: 'ok', output: 'srv-01' });
    expect(rowOf(rows, 'vrp-01', 'display version')).toMatchObject({ status: 'ok' });
    expect(rowOf(rows, 'ios-01', 'show version')).toMatchObject({
      status: 'broken-off',
      reason: expect.stringMatching(/^closed-early: /) as string,
    });
    expect(rowOf(rows, 'eos-01', 'show version')?.reason).toMatch(/^auth-failed: /);
    expect(rowOf(rows, 'nx-01', 'show version')?.reason).toMatch(/^refused: /);
    // It walked nowhere: the map and the run to compare with are those of the walk.
    expect(await loadTopology(table.store, NETWORK)).toEqual(mapBefore);
    expect(await table.store.getRunMap(summary.runId)).toBeNull();
    const targets = await table.store.listTargets(summary.runId);
    expect(targets).toHaveLength(10);
    expect(renderExec(rows, summary, 120)).toContain('# jun-01');
  }, 60_000);

  test('go to the devices that are named, inside the scope, and nowhere else', async () => {
    const [linux, other] = ['srv-01', 'jun-01'].map((name) => idOf(name));
    const ids = [await linux!, await other!];
    const { summary, rows } = await exec({ commands: ['uname -n'], devices: ids });
    expect(summary.sessions.opened).toBe(1);
    expect(rows.map(({ device, status }) => `${device} ${status}`)).toEqual(['jun-01 refused', 'srv-01 ok']);
    expect((await table.store.getRun(summary.runId))?.settings.exec).toEqual({
      commands: ['uname -n'],
      allowAny: false,
    });

    const outside = await exec(
      { commands: ['uname -n'], devices: [ids[0]!] },
      {},
      { scope: ['192.0.2.0/24'] },
    );
    expect(outside.summary.sessions.opened).toBe(0);
    expect(outside.rows).toMatchObject([
      { status: 'refused', reason: expect.stringContaining('outside the scope') as string },
    ]);
  }, 60_000);

  test('are stored without what looks like a secret, and as a workbook without a formula', async () => {
    const { rows } = await exec({
      commands: ['echo password hunter2 for you', "echo '=cmd()'"],
      allowAny: true,
      devices: [await idOf('srv-01')],
    });
    expect(rows.map(({ status }) => status)).toEqual(['ok', 'ok']);
    expect(rows[0]?.output).toMatch(/^password .*for you$/);
    expect(JSON.stringify(rows.map(({ output }) => output))).not.toContain('hunter2');
    const hostile: ExecRow = { ...rows[0]!, device: '=1+1', output: '\u202e<img>\n  @x', reason: '+a' };
    const workbook = new excel.Workbook();
    await workbook.xlsx.load((await execWorkbook([hostile])).buffer as ArrayBuffer);
    const cells = workbook.getWorksheet('Results')!.getRow(2).values as readonly unknown[];
    expect(cells.slice(1).every((cell) => typeof cell === 'string' && !/^[=+@-]/.test(cell))).toBe(true);
    expect(cells[1]).toBe("'=1+1");
    expect(cells[8]).toBe("\ufffd<img>\n'  @x");
  }, 60_000);

  test('that are interrupted close their sessions, and say what was not run', async () => {
    const interrupt = new AbortController();
    opened = () => interrupt.abort();
    const summary = await onLab({ latencyMs: 50 }, (lab) =>
      run(lab, { exec: { commands: ['show version'] }, concurrency: 2 }, interrupt.signal),
    );
    opened = undefined;
    expect(summary.status).toBe('aborted');
    expect(summary.sessions.opened).toBeGreaterThan(0);
  }, 60_000);
});

async function idOf(name: string): Promise<string> {
  const device = (await table.store.listDevices(NETWORK)).find((one) => one.name === name);
  return device!.deviceId;
}
