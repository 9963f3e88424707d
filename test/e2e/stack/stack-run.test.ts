import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../cli/commands/command-table.ts';
import { runLocally } from '../../../cli/engine/run-locally.ts';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';
import { startLab, type Lab } from '../../../lab/start-lab.ts';
import { staticCredentials } from '../../../shared/adapters/static-credentials/credentials.ts';
import { runSettingsSchema } from '../../../shared/config.ts';
import type { RunSettings, RunSummary } from '../../../shared/model/run.ts';
import { startTable, type TestTable } from '../../helpers/table.ts';
import { spawnCli, type Spawned } from '../spawn-cli.ts';
import { cliInProcess } from './cli-in-process.ts';
import { startFakeAws, type FakeAws } from './fake-aws.ts';

/**
 * A deployment as the command line meets it: the stack's outputs, executions that run the real workflow and handlers over a
 * lab, and the table on the embedded engine.
 */
let table: TestTable;
let lab: Lab;
let aws: FakeAws;
const stopped = new Map<string, AbortController>();
const ran: Promise<unknown>[] = [];

const here = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'netwalker-stack-'));

beforeAll(async () => {
  process.chdir(folder);
  table = await startTable();
  lab = await startLab({ topology: 'line', size: 6 });
  const { network, seeds, scope } = lab;
  aws = await startFakeAws({
    dynamodbEndpoint: table.endpoint,
    outputs: {
      TableName: table.table,
      StateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:netwalker',
    },
    onStart: (execution) => {
      const interrupt = new AbortController();
      stopped.set(execution.name, interrupt);
      const said = JSON.parse(execution.input) as Record<string, unknown>;
      const run = runLocally({
        runId: execution.name,
        store: table.store,
        settings: runSettingsSchema.parse({ network, seeds, scope, ...said }) as RunSettings,
        credentials: staticCredentials(lab.credential),
        dialer: mappedDialer(lab.dialMap),
        onEvent: () => undefined,
        interrupted: interrupt.signal,
      }).then(
        () => (execution.status = execution.status === 'RUNNING' ? 'SUCCEEDED' : execution.status),
        (error: unknown) => Object.assign(execution, { status: 'FAILED', cause: String(error) }),
      );
      ran.push(run);
    },
    onStop: ({ name }) => stopped.get(name)?.abort(),
  });
});
afterAll(async () => {
  await Promise.all(ran);
  await aws.close();
  await lab.close();
  await table.close();
  process.chdir(here);
  rmSync(folder, { recursive: true });
});

const cli = (...args: string[]): Promise<Spawned> => cliInProcess(args, aws.env);
const onStack = async <T>(...args: string[]): Promise<T> => {
  const { code, stdout, stderr } = await cli(...args, '--stack', 'netwalker', '--json');
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as T;
};

describe('a deployed stack', () => {
  it('runs a walk that is watched to its end, with the progress of a local one', async () => {
    // As people start it: a process of its own, this once.
    const args = ['run', 'start', '--stack', 'netwalker', '--keep-raw', '--watch', '--json'];
    const { code, stdout, stderr } = await spawnCli(args, { env: aws.env });
    expect(code, stderr).toBe(0);
    const summary = JSON.parse(stdout) as RunSummary;
    expect(summary).toMatchObject({ status: 'succeeded', devices: 6, targets: { visited: 6, failed: 0 } });
    expect(stderr).toMatch(/^run \S+ started from /m);
    expect(stderr.match(/ visited: /g)).toHaveLength(6);
    expect(stderr).toMatch(/^run \S+ succeeded$/m);
    expect(lab.openSessions()).toBe(0);
  });

  it('runs another with what is said of it, watched apart', async () => {
    const { runId } = await onStack<{ runId: string }>('run', 'start', '--keep-raw');
    expect(await onStack('run', 'watch', runId)).toMatchObject({ runId, status: 'succeeded', devices: 6 });
  });

  describe('answers from its table', () => {
    const QUERIES: Readonly<Record<string, (data: never) => unknown>> = {
      devices: (rows: unknown[]) => expect(rows).toHaveLength(6),
      'neighbors line-002': (rows: unknown[]) => expect(rows.length).toBeGreaterThanOrEqual(2),
      // The last device tells of one that nobody walked.
      links: (rows: unknown[]) => expect(rows).toHaveLength(6),
      'path line-001 line-006': (data: object) => expect(JSON.stringify(data)).toContain('line-003'),
      sessions: (rows: { state: string }[]) =>
        expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['closed'])),
      failures: (rows: unknown[]) => expect(rows).toEqual([]),
      'explain line-003': (data: object) => expect(JSON.stringify(data)).toContain('line-003'),
      'history line-003': (rows: unknown[]) => expect(rows).toHaveLength(2),
      stats: (data: object) => expect(JSON.stringify(data)).toContain('6'),
      runs: (rows: unknown[]) => expect(rows).toHaveLength(2),
      diff: (data: object) => expect(data).toMatchObject({ changes: [] }),
      topology: (data: object) => expect(data).toMatchObject({ devices: { length: 6 } }),
      'map --output map.html': (data: object) => expect(data).toMatchObject({ devices: { length: 6 } }),
      'export --format json': (data: object) => expect(data).toMatchObject({ devices: { length: 6 } }),
      'raw line-001': (rows: { output: string }[]) => expect(rows.length).toBeGreaterThan(1),
      // One device has two addresses.
      hostkeys: (rows: unknown[]) => expect(rows).toHaveLength(7),
    };

    it.each(Object.entries(QUERIES))('%s', async (words, check) => {
      check(await onStack<never>(...words.split(' ')));
      const { code, stdout, stderr } = await cli(...words.split(' '), '--stack', 'netwalker');
      expect(code, stderr).toBe(0);
      expect(stdout).not.toBe('');
    });

    it('whatever takes --stack, and leaves nothing on this machine but the map and its places', async () => {
      const taking = await Promise.all(
        COMMANDS.map(async ({ name }) =>
          (await cli(name, '--help')).stdout.includes('--stack') ? name : '',
        ),
      );
      const asked = Object.keys(QUERIES).map((words) => words.split(' ')[0] ?? '');
      expect(taking.filter((name) => name !== '').sort()).toEqual(
        [...new Set([...asked, 'run', 'exec'])].sort(),
      );
      expect(readdirSync('.')).toEqual(['.netwalker', 'map.html']);
    });
  });

  it('knows the status of its runs from the table and the executions', async () => {
    const [run] = await onStack<{ runId: string; execution: string; status: string }[]>('run', 'list');
    expect(run).toMatchObject({ execution: 'succeeded', status: 'succeeded' });
    expect(await onStack('run', 'status')).toMatchObject({
      runId: run?.runId,
      execution: 'succeeded',
      targets: { done: 6 },
      sessions: { closed: expect.any(Number) as number },
    });
  });

  it('runs commands on the devices that it knows, and none that writes', async () => {
    const ask = (...args: string[]) =>
      cli('exec', '--stack', 'netwalker', '--command', 'show version', '--json', ...args);
    const { code, stdout, stderr } = await ask('--platform', 'cisco_nxos');
    expect(code, stderr).toBe(0);
    const rows = JSON.parse(stdout) as { platform: string; status: string; output: string }[];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ platform, status }) => platform === 'cisco_nxos' && status === 'ok')).toBe(true);
    expect(rows[0]?.output).toContain('NX-OS');
    expect(lab.openSessions()).toBe(0);

    const before = aws.executions.size;
    const wrong = await ask('--command', 'reload', '--filter', 'nobody-*');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(await ask('--allow-any')).toMatchObject({ code: 2 });
    expect(aws.executions.size).toBe(before);
    // Views go on showing the walk.
    expect(await onStack<{ devices: unknown[] }>('topology')).toMatchObject({ devices: { length: 6 } });
  });

  it('stops a run that is going on, leaves no session behind, and goes on with it', async () => {
    const { runId } = await onStack<{ runId: string }>('run', 'start', '--concurrency', '1');
    // A start that the lock of the network refuses meanwhile is newer, and is not what is to be stopped.
    const refused = { name: '01ZZ', input: '{}', status: 'FAILED', startDate: Date.now() / 1000 } as const;
    aws.executions.set(refused.name, { ...refused });
    expect(await onStack('run', 'stop', '--cause', 'maintenance')).toEqual({ runId, stopped: true });
    aws.executions.delete(refused.name);
    const { code, stdout } = await cli('run', 'watch', runId, '--stack', 'netwalker', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ runId, status: 'aborted' });
    expect(lab.openSessions()).toBe(0);

    const resumed = await onStack<RunSummary>('run', 'start', '--resume', 'latest', '--watch');
    expect(resumed).toMatchObject({ status: 'succeeded', devices: 6, carriedOver: { from: runId } });
    expect(lab.openSessions()).toBe(0);
    const executions = aws.executions.size;
    const idle = await onStack<{ reason: string }>('run', 'start', '--only-failed');
    expect(idle.reason).toBe(`nothing failed in run ${resumed.runId}: there is nothing to visit`);
    expect(aws.executions.size).toBe(executions);
  });

  it('refuses settings that cannot be before anything is started', async () => {
    const before = aws.executions.size;
    const wrong = await cli('run', 'start', '--stack', 'netwalker', '--scope', 'everything');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('not a CIDR such as 10.0.0.0/8');
    expect(aws.executions.size).toBe(before);
  });

  it('says what to do about a stack that is not there, or a run that is not running', async () => {
    const absent = await cli('devices', '--stack', 'nowhere');
    expect(absent.code).toBe(2);
    expect(absent.stderr).toBe(
      'netwalker: the stack nowhere cannot be read: Stack with id nowhere does not exist: is --stack right, and --region?\n',
    );
    const none = await cli('run', 'stop', '--stack', 'netwalker');
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toContain('no run is running on this stack');
    const unknown = await cli('run', 'stop', '01ABC', '--stack', 'netwalker');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('the run 01ABC is not running');
    const two = await cli('devices', '--stack', 'netwalker', '--data-dir', 'here');
    expect(two).toMatchObject({ code: 2 });
  });
});
