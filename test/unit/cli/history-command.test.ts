import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryRow } from '../../../cli/render/history.ts';
import { openLocalStore } from '../../../cli/engine/local-store.ts';
import type { MappedDevice } from '../../../shared/model/run-map.ts';
import { commandLine, type Printed } from '../../helpers/command-line.ts';
import { labView } from '../../helpers/lab-view.ts';

const HOUR = 3_600_000;
const BEGUN = Date.UTC(2026, 10, 24, 8);
const SEEN = '2026-11-24T08:01:00.000Z';
const TRIED = '2026-11-24T08:02:00.000Z';

const mapped = (name: string, more: Partial<MappedDevice>): MappedDevice => ({
  ...{ id: name, name, status: 'visited', at: Date.parse(SEEN), target: null, why: null },
  ...{ platform: 'cisco_ios', model: null, osVersion: null, serials: [], addresses: [] },
  ...more,
});

let scratch = '';
const history = (name: string, ...args: string[]): Promise<Printed> =>
  commandLine(['history', name, '--data-dir', scratch, ...args]);

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'netwalker-history-'));
  const { run } = await labView('line', 2);
  const devices = [
    mapped('core-1', {}),
    mapped('acc-1', { status: 'failed', at: Date.parse(TRIED), why: 'refused' }),
  ];
  const local = await openLocalStore(scratch);
  for (const [runId, startedAt] of [
    ['01A', BEGUN],
    ['01B', BEGUN + HOUR],
  ] as const) {
    await local.store.createRun({ ...run, runId, startedAt, endedAt: startedAt + HOUR / 2 });
    await local.store.saveRunMap(runId, { devices, links: [] });
  }
  await local.close();
});
afterAll(() => rmSync(scratch, { recursive: true }));

describe('netwalker history', () => {
  it('tells a visit from what a run carried over from an earlier one', async () => {
    const text = (await history('core-1')).stdout.toString();
    expect(text).toContain(`run 01B  carried over, seen ${SEEN}\n`);
    expect(text).toContain('run 01A  visited\n');
    const rows = JSON.parse((await history('core-1', '--json')).stdout.toString()) as HistoryRow[];
    expect(rows).toMatchObject([
      { runId: '01B', status: 'visited', at: SEEN, carriedOver: true },
      { runId: '01A', status: 'visited', at: SEEN, carriedOver: false },
    ]);
  });

  it('does so for a failure', async () => {
    const text = (await history('acc-1')).stdout.toString();
    expect(text).toContain(`run 01B  carried over, failed ${TRIED}: refused\n`);
    expect(text).toContain('run 01A  failed: refused\n');
  });
});
