import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLocally } from '../../../cli/engine/run-locally.ts';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';
import { startLab, type Lab } from '../../../lab/start-lab.ts';
import { staticCredentials } from '../../../shared/adapters/static-credentials/credentials.ts';
import { runSettingsSchema } from '../../../shared/config.ts';
import type { RunSettings, RunSummary } from '../../../shared/model/run.ts';
import { startTable, type TestTable } from '../../helpers/table.ts';
import { spawnCli, type Spawned } from '../spawn-cli.ts';
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

beforeAll(async () => {
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
});

const cli = (...args: string[]): Promise<Spawned> => spawnCli(args, { env: aws.env });
const onStack = async <T>(...args: string[]): Promise<T> => {
  const { code, stdout, stderr } = await cli(...args, '--stack', 'netwalker', '--json');
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as T;
};

describe('a deployed stack', () => {
  it('runs a walk that is watched to its end, with the progress of a local one', async () => {
    const { code, stdout, stderr } = await cli('run', 'start', '--stack', 'netwalker', '--watch', '--json');
    expect(code, stderr).toBe(0);
    const summary = JSON.parse(stdout) as RunSummary;
    expect(summary).toMatchObject({ status: 'succeeded', devices: 6, targets: { visited: 6, failed: 0 } });
    expect(stderr).toMatch(/^run \S+ started from /m);
    expect(stderr.match(/ visited: /g)).toHaveLength(6);
    expect(stderr).toMatch(/^run \S+ succeeded$/m);
    expect(lab.openSessions()).toBe(0);
  });

  it('answers every query from its table', async () => {
    expect(await onStack<unknown[]>('devices')).toHaveLength(6);
    expect(await onStack<unknown[]>('runs')).toHaveLength(1);
    expect(await onStack<{ devices: unknown[] }>('topology')).toMatchObject({ devices: { length: 6 } });
    const [seen] = await onStack<{ status: string; neighbors: unknown[] }[]>('history', 'line-002');
    expect(seen).toMatchObject({
      status: 'visited',
      name: 'line-002',
      neighbors: { length: 2 },
      changes: [],
    });
    const [heard] = await onStack<{ outcome: string; tellers: unknown[] }[]>('explain', 'line-002');
    expect(heard).toMatchObject({ outcome: 'visited', scope: 'in scope', sessions: [{ state: 'closed' }] });
    expect(heard?.tellers.length).toBe(2);
    expect(await onStack('explain', 'nobody')).toMatchObject([{ status: 'unheard', outcome: null }]);
    const sessions = await onStack<{ state: string }[]>('sessions');
    expect(new Set(sessions.map(({ state }) => state))).toEqual(new Set(['closed']));
    const [run] = await onStack<{ runId: string; execution: string; status: string }[]>('run', 'list');
    expect(run).toMatchObject({ execution: 'succeeded', status: 'succeeded' });
    expect(await onStack('run', 'status')).toMatchObject({
      runId: run?.runId,
      execution: 'succeeded',
      targets: { done: 6 },
      sessions: { closed: sessions.length },
    });
  });

  it('stops a run that is going on, and leaves no session behind', async () => {
    const { runId } = await onStack<{ runId: string }>('run', 'start', '--concurrency', '1');
    expect(await onStack('run', 'stop', runId, '--cause', 'maintenance')).toEqual({ runId, stopped: true });
    const { code, stdout } = await cli('run', 'watch', runId, '--stack', 'netwalker', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ runId, status: 'aborted' });
    expect(lab.openSessions()).toBe(0);
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
    const unknown = await cli('run', 'stop', '01ABC', '--stack', 'netwalker');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('the run 01ABC is not running');
    const two = await cli('devices', '--stack', 'netwalker', '--data-dir', 'here');
    expect(two).toMatchObject({ code: 2 });
  });
});
