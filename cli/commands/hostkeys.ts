import { UsageError } from '../../shared/errors.ts';
import type { HostKey, Store } from '../../shared/ports/store.ts';
import { parseSeed } from '../../shared/topology/address.ts';
import { renderTable } from '../render/table.ts';
import { isoTime } from '../render/times.ts';
import type { CliCommand } from './cli-command.ts';
import type { CommandResult } from './host.ts';
import { listing } from './listing.ts';
import { defineDataOptions, withRun } from './stored-data.ts';

/** Keys are pinned at the first visit. A device whose key changed is refused until somebody says that it was on purpose. */
export const hostkeys: CliCommand = {
  hasCsv: true,
  define: (command) => {
    command.option('--forget <address[:port]>', 'unpin a key: the next visit pins the new one');
    defineDataOptions(command, 'network');
  },
  run: (invocation) =>
    withRun(invocation, async (store, { network }) => {
      const { forget } = invocation.options;
      if (typeof forget === 'string') return forgetKeys(store, network, forget);
      const rows = (await store.listHostKeys(network)).map(toRow);
      return listing({
        rows,
        columns: ['address', 'port', 'algorithm', 'fingerprint', 'pinnedAt'],
        text: (columns) => (rows.length === 0 ? `no key is pinned in ${network}` : table(rows, columns)),
      });
    }),
};

/** Without a port: every port of that address. */
async function forgetKeys(store: Store, network: string, asked: string): Promise<CommandResult> {
  const { host, port } = parseSeed(asked);
  const pinned = await store.listHostKeys(network);
  const keys = pinned.filter((key) => key.address === host && (port === null || key.port === port));
  if (keys.length === 0) throw new UsageError(`no key is pinned for ${asked} in the network ${network}`);
  for (const key of keys) await store.forgetHostKey(network, key.address, key.port);
  return {
    data: keys.map(toRow),
    text: () =>
      keys
        .map(
          (key) =>
            `forgot ${key.fingerprint} of ${key.address} port ${key.port}: the next visit pins what it finds`,
        )
        .join('\n'),
  };
}

const toRow = ({ address, port, algorithm, fingerprint, pinnedAt }: HostKey) => ({
  address,
  port,
  algorithm,
  fingerprint,
  pinnedAt: isoTime(pinnedAt),
});

function table(rows: readonly ReturnType<typeof toRow>[], columns: number): string {
  return renderTable(
    rows,
    [
      { title: 'ADDRESS', value: ({ address }) => address },
      { title: 'PORT', value: ({ port }) => port, align: 'right' },
      { title: 'ALGORITHM', value: ({ algorithm }) => algorithm },
      { title: 'FINGERPRINT', value: ({ fingerprint }) => fingerprint },
      { title: 'PINNED', value: ({ pinnedAt }) => pinnedAt },
    ],
    columns,
  );
}
