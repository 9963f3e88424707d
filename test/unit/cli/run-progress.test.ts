import { describe, expect, it } from 'vitest';
import { advance, newProgress } from '../../../cli/render/run-progress.ts';
import { progressLine } from '../../../cli/render/watch-run.ts';

const runId = 'r';
const now = { done: 'visited', elapsedMs: 1234, links: 3, isStopping: false };

describe('progress', () => {
  it('counts a target that is given back and probed again once', () => {
    const progress = newProgress();
    advance(progress, { type: 'target-enqueued', runId, targetId: 'a', skipped: false });
    advance(progress, { type: 'probe-started', runId, targetId: 'a' });
    advance(progress, { type: 'probe-started', runId, targetId: 'a' });
    expect(progressLine(progress, now)).toBe('0 visited  1 in flight  0 queued  0 failed  3 links  1.2 s');
  });

  it('says what an interrupted run waits for', () => {
    const progress = newProgress();
    advance(progress, { type: 'session-opened', runId, targetId: 'a', sessionId: 's' });
    expect(progressLine(progress, { ...now, isStopping: true })).toContain('closing 1 sessions');
  });
});
