import type { NeighborEntry } from '../model/neighbor.ts';

/** IOS cuts names at 20 characters in its listings, some releases earlier: shorter names are compared whole. */
const CUT_AT_LEAST = 15;

/**
 * Old IOS prints no local port in `show lldp neighbors detail`; the brief listing has it. Gives each entry without one
 * the local port of the brief entry with the same name and remote port. Every brief entry is used once, so that
 * parallel links get different ports; an entry that several rows would fit, none with its port, stays as it is.
 */
export function fillLocalPorts(
  entries: readonly NeighborEntry[],
  brief: readonly NeighborEntry[],
): NeighborEntry[] {
  const known = new Set(entries.map((entry) => entry.localPort));
  const free = new Map<string, NeighborEntry[]>();
  for (const row of brief) {
    if (known.has(row.localPort)) continue;
    const key = nameKey(row.remoteName);
    const rows = free.get(key) ?? [];
    rows.push(row);
    free.set(key, rows);
  }
  return entries.map((entry) => {
    if (entry.localPort !== null) return entry;
    const rows = free.get(nameKey(fullName(entry))) ?? [];
    const named = rows.filter((row) => sameName(row, entry));
    const row =
      named.find((candidate) => samePort(candidate, entry)) ?? (named.length === 1 ? named[0] : undefined);
    if (row === undefined) return entry;
    rows.splice(rows.indexOf(row), 1);
    return { ...entry, localPort: row.localPort };
  });
}

/** The brief listing shows the chassis id where a neighbor sends no name. */
const fullName = (entry: NeighborEntry): string => (entry.remoteName ?? entry.chassisId ?? '').toLowerCase();

const nameKey = (name: string | null): string => (name ?? '').toLowerCase().slice(0, CUT_AT_LEAST);

function sameName(row: NeighborEntry, entry: NeighborEntry): boolean {
  const shown = row.remoteName?.toLowerCase() ?? '';
  const full = fullName(entry);
  return shown !== '' && (full === shown || (shown.length >= CUT_AT_LEAST && full.startsWith(shown)));
}

const samePort = (row: NeighborEntry, entry: NeighborEntry): boolean =>
  row.remotePort !== null && row.remotePort.toLowerCase() === entry.remotePort?.toLowerCase();
