export const TOPOLOGIES = ['line', 'ring', 'campus', 'datacenter', 'mixed'] as const;
export type Topology = (typeof TOPOLOGIES)[number];

export const DEFAULT_SIZES: Readonly<Record<Topology, number>> = {
  line: 10,
  ring: 12,
  campus: 40,
  datacenter: 24,
  mixed: 30,
};

/** Two bytes of address are left to a lab, and a few of them are decoys. */
export const MAX_SIZE = 10_000;

/** Reads `campus` or `campus:80`. Throws a RangeError that says what would have been right. */
export function parseLabName(text: string): { readonly topology: Topology; readonly size: number } {
  const [name = '', sizeText, ...rest] = text.split(':');
  const topology = TOPOLOGIES.find((known) => known === name);
  if (topology === undefined || rest.length > 0) {
    throw new RangeError(
      `no lab "${text}": use one of ${TOPOLOGIES.join(', ')}, with a size such as campus:80`,
    );
  }
  if (sizeText === undefined) return { topology, size: DEFAULT_SIZES[topology] };
  if (!/^\d{1,9}$/.test(sizeText))
    return { topology, size: checkSize(topology, Number.NaN, `"${sizeText}"`) };
  return { topology, size: checkSize(topology, Number(sizeText)) };
}

/** `said`: as it was asked for. */
export function checkSize(topology: Topology, size: number, said = String(size)): number {
  const least = topology === 'ring' ? 3 : 2;
  if (!Number.isInteger(size) || size < least || size > MAX_SIZE) {
    throw new RangeError(
      `a ${topology} has ${least} to ${MAX_SIZE} devices, not ${said}: say how many as in ${topology}:80`,
    );
  }
  return size;
}
