import type { NeighborEntry } from '../model/neighbor.ts';

/**
 * Old IOS prints no local port in `show lldp neighbors detail`; the brief listing has it. Gives each entry without one
 * the local port of the brief entry with the same name (IOS cuts it at 20 characters) and remote port. Every brief
 * entry is used once, so that parallel links get different ports; an entry that several different rows would fit stays
 * as it is.
 */
export function fillLocalPorts(
  entries: readonly NeighborEntry[],
  brief: readonly NeighborEntry[],
): NeighborEntry[] {
  const free = new Set(brief);
  for (const entry of entries) {
    const known = brief.find(
      (row) => free.has(row) && row.localPort === entry.localPort && samePort(row, entry),
    );
    if (entry.localPort !== null && known) free.delete(known);
  }
  return entries.map((entry) => {
    if (entry.localPort !== null) return entry;
    const named = [...free].filter((row) => sameName(row, entry));
    const row =
      named.find((candidate) => samePort(candidate, entry)) ?? (named.length === 1 ? named[0] : undefined);
    if (row === undefined) return entry;
    free.delete(row);
    return { ...entry, localPort: row.localPort };
  });
}

/** The brief listing shows the chassis id where a neighbor sends no name. */
function sameName(row: NeighborEntry, entry: NeighborEntry): boolean {
  const shown = row.remoteName?.toLowerCase() ?? '';
  const full = (entry.remoteName ?? entry.chassisId ?? '').toLowerCase();
  return shown !== '' && (full === shown || (shown.length >= 15 && full.startsWith(shown)));
}

const samePort = (row: NeighborEntry, entry: NeighborEntry): boolean =>
  row.remotePort !== null && row.remotePort.toLowerCase() === entry.remotePort?.toLowerCase();
