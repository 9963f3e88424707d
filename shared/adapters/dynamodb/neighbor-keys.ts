import type { NeighborEntry } from '../../model/neighbor.ts';
import { neighborEntry } from '../../names.ts';

/**
 * A readable key for each entry of a visit, in the entries' order: `<local port>#<protocol>#<remote name>#<remote port>`.
 * Entries that look alike get `#2`, `#3`: two hosts behind one hub may say the same name and port, and both are real.
 * No two keys are equal, whatever the names hold: a counter goes on until its key is free.
 */
export function neighborKeys(entries: readonly NeighborEntry[]): readonly string[] {
  const taken = new Set<string>();
  const counters = new Map<string, number>();
  return entries.map((entry) => {
    const base = baseKey(entry);
    let count = counters.get(base) ?? 1;
    let key = count === 1 ? base : `${base}#${count}`;
    while (taken.has(key)) {
      count += 1;
      key = `${base}#${count}`;
    }
    counters.set(base, count);
    taken.add(key);
    return key;
  });
}

function baseKey(entry: NeighborEntry): string {
  const name = entry.remoteName ?? entry.chassisId ?? entry.managementAddresses[0] ?? '-';
  return neighborEntry(entry.localPort ?? '-', entry.protocol, `${name}#${entry.remotePort ?? '-'}`);
}
