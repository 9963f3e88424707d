import type { CliCommand } from './cli-command.ts';
import { defineDataDir, withStore } from './stored-data.ts';

export const reap: CliCommand = {
  define: defineDataDir,
  run: (invocation) =>
    withStore(invocation, async (store) => {
      const { reapLocally } = await import('../engine/reap-locally.ts');
      const rows: { sessionId: string; runId: string; address: string }[] = [];
      await reapLocally(store, (event) => {
        if (event.type !== 'session-leaked') return;
        rows.push({ sessionId: event.sessionId, runId: event.runId, address: event.address });
      });
      return {
        data: rows,
        text: () =>
          rows.length === 0
            ? 'no session outlived its probe'
            : [
                `${rows.length} sessions outlived their probe and are flagged as leaked:`,
                ...rows.map(
                  ({ address, runId }) => `  ${address} (netwalker sessions --state leaked --run ${runId})`,
                ),
              ].join('\n'),
      };
    }),
};
