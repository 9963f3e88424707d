import { describe, expect, it } from 'vitest';
import { renderSummary } from '../../../cli/render/summary.ts';
import type { RunSummary } from '../../../shared/model/run.ts';

const summary = (status: RunSummary['status']): RunSummary => ({
  ...{ runId: '01A', status, startedAt: '2026-11-24T08:00:00Z', endedAt: '2026-11-24T08:01:00Z' },
  ...{ waves: 2, devices: 3, links: 2, targets: { visited: 3, failed: 0, skipped: 0 }, failures: {} },
  sessions: {
    ...{ opened: 3, closed: { graceful: 3, ended: 0, destroyed: 0 }, unconfirmed: 0, neverOpened: 0 },
    ...{ failed: 0, leaked: 0, closedLate: 0, reclaimed: 0 },
    closeMs: { p50: 1, p95: 1, max: 1 },
    durationMs: { p50: 1, p95: 1, max: 1 },
  },
});
const goOn = (...given: Parameters<typeof renderSummary>): string =>
  renderSummary(...given).split('Go on with:\n')[1] ?? '';

describe('the summary of a run', () => {
  it.each([
    [{ dataDir: '.netwalker' }, '  netwalker discover --resume latest\n'],
    [{ dataDir: 'x' }, '  netwalker discover --resume latest --data-dir x\n'],
    [{ dataDir: '.netwalker', lab: 'campus:80' }, '  netwalker discover --lab campus:80 --resume latest\n'],
    [{ stack: 'nw' }, '  netwalker run start --stack nw --resume 01A\n'],
  ])('says first how to go on with a run that was aborted: %o', (context, line) => {
    expect(goOn(summary('aborted'), context).startsWith(line)).toBe(true);
  });

  it('has nothing to resume of a run that completed', () => {
    const text = goOn(summary('succeeded'), { dataDir: '.netwalker' });
    expect(text).not.toContain('--resume');
    expect(text).toContain('netwalker devices\n');
  });
});
