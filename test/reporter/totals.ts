import type { Reporter, TestModule } from 'vitest/node';

/** The last line of a run in plain words, whatever terminal or CI reads it: `N passed, N failed, N skipped`. */
export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      const broken = module.errors().length;
      counts.failed += broken;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== 'pending') counts[state] += 1;
      }
    }
    // After the default reporter's own summary.
    setImmediate(() => {
      process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
    });
  }
}
