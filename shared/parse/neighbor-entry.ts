import type { NeighborEntry } from '../model/neighbor.ts';
import { readAddresses } from './addresses.ts';
import { stated } from './stated.ts';

/** What a parser found, as printed; what it did not find stays out. */
export interface RawEntry {
  readonly protocol: 'cdp' | 'lldp';
  readonly localPort?: string | null | undefined;
  readonly remoteName?: string | null | undefined;
  readonly portId?: string | null | undefined;
  readonly portDescription?: string | null | undefined;
  /** Texts that hold addresses: everything in them that is no valid IP address is left out. */
  readonly addresses?: readonly string[] | undefined;
  readonly chassisId?: string | null | undefined;
  readonly platform?: string | null | undefined;
  /** The enabled ones where the output tells them apart, else the supported ones. */
  readonly capabilities?: readonly string[] | undefined;
  readonly description?: string | null | undefined;
}

const DESCRIPTION_LIMIT = 1024;

/**
 * The neighbor entry for what a parser found: `not advertised` and the like become null, addresses are validated, the
 * port description stands in where there is no port id. Null when the output named neither the neighbor nor a port of it.
 */
export function neighborEntry(raw: RawEntry): NeighborEntry | null {
  const portId = stated(raw.portId);
  const portDescription = stated(raw.portDescription);
  const remoteName = stated(raw.remoteName);
  const chassisId = stated(raw.chassisId);
  const remotePort = portId ?? portDescription;
  if (remoteName === null && remotePort === null && chassisId === null) return null;
  return {
    protocol: raw.protocol,
    localPort: stated(raw.localPort),
    remoteName,
    remotePort,
    managementAddresses: readAddresses(raw.addresses ?? []),
    chassisId: chassisId === '::' ? null : chassisId,
    platform: stated(raw.platform),
    capabilities: (raw.capabilities ?? []).filter((capability) => stated(capability) !== null),
    remotePortDescription: portId === null ? null : portDescription,
    remoteDescription: stated(raw.description)?.slice(0, DESCRIPTION_LIMIT) ?? null,
  };
}

/** The entries that say something. */
export function neighborEntries(raws: readonly RawEntry[]): NeighborEntry[] {
  return raws.map(neighborEntry).filter((entry) => entry !== null);
}
