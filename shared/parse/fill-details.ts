import type { NeighborEntry } from '../model/neighbor.ts';

/** What a command for one port told of the neighbors behind it. */
export interface PortDetails {
  /** As the listing names the port. */
  readonly port: string;
  readonly entries: readonly NeighborEntry[];
}

/**
 * Completes the entries of a listing with what was told port by port: what an entry does not state, and names that the listing
 * cut off. A port's details belong to its entry with the same chassis id or name; where there is one of each, to that.
 */
export function fillDetails(
  entries: readonly NeighborEntry[],
  details: readonly PortDetails[],
): NeighborEntry[] {
  const byPort = new Map(details.map(({ port, entries: told }) => [port, told]));
  const onPort = new Map<string | null, number>();
  for (const { localPort } of entries) onPort.set(localPort, (onPort.get(localPort) ?? 0) + 1);
  return entries.map((entry) => {
    const told = byPort.get(entry.localPort ?? '') ?? [];
    const isOnly = told.length === 1 && onPort.get(entry.localPort) === 1;
    const detail = told.find((one) => isSame(one, entry)) ?? (isOnly ? told[0] : undefined);
    return detail === undefined ? entry : complete(entry, detail);
  });
}

function isSame(detail: NeighborEntry, entry: NeighborEntry): boolean {
  if (detail.chassisId !== null && entry.chassisId !== null) {
    return plain(detail.chassisId) === plain(entry.chassisId);
  }
  return (
    entry.remoteName !== null && plain(detail.remoteName ?? '').startsWith(plain(uncut(entry.remoteName)))
  );
}

const plain = (text: string): string => text.toLowerCase();

/** ICOS ends a name that it cut off with ` ...`. */
const uncut = (name: string): string => name.replace(/ ?\.{3}$/, '');

function complete(entry: NeighborEntry, detail: NeighborEntry): NeighborEntry {
  const description = entry.remoteDescription ?? detail.remoteDescription ?? null;
  const isCut = entry.remoteName !== null && uncut(entry.remoteName) !== entry.remoteName;
  return {
    ...entry,
    remoteName: (isCut ? detail.remoteName : null) ?? entry.remoteName ?? detail.remoteName,
    remotePort: entry.remotePort ?? detail.remotePort,
    remotePortDescription: entry.remotePortDescription ?? detail.remotePortDescription ?? null,
    managementAddresses:
      entry.managementAddresses.length > 0 ? entry.managementAddresses : detail.managementAddresses,
    chassisId: entry.chassisId ?? detail.chassisId,
    platform: entry.platform ?? detail.platform,
    capabilities: entry.capabilities.length > 0 ? entry.capabilities : detail.capabilities,
    remoteDescription: description,
  };
}
