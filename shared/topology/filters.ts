import type { RunFilters } from '../model/run.ts';
import { canonicalName, shortName } from './device-name.ts';
import { matchesGlob } from './glob.ts';

export interface FilterVerdict {
  readonly skip: 'name-filter' | 'platform-filter';
  /** A sentence that names the filter. */
  readonly reason: string;
}

export interface FilteredNeighbor {
  readonly name?: string | null | undefined;
  /** CDP platform or LLDP-MED model. */
  readonly platform?: string | null | undefined;
  /** CDP version text or LLDP system description. */
  readonly description?: string | null | undefined;
}

/**
 * Whether a run follows a neighbor: null, or why not. A name is compared in full and without its domain; a platform glob
 * with the platform and with the description. Where names to include are given, a neighbor without a name is not one of
 * them. Capabilities are not looked at: Nexus switches announce "phone".
 */
export function checkFilters(filters: RunFilters, neighbor: FilteredNeighbor): FilterVerdict | null {
  const names = namesOf(neighbor.name);
  const shown = names[0] ?? 'a neighbor without a name';
  const excluding = firstMatch(filters.excludeNames, names);
  if (excluding !== null) {
    return { skip: 'name-filter', reason: `${shown} matches the excluded name ${excluding}.` };
  }
  if (filters.includeNames.length > 0 && firstMatch(filters.includeNames, names) === null) {
    const wanted = filters.includeNames.join(', ');
    return { skip: 'name-filter', reason: `${shown} matches none of the included names (${wanted}).` };
  }
  const texts = [neighbor.platform, neighbor.description].filter((text) => text != null);
  const platform = firstMatch(filters.excludePlatforms, texts);
  if (platform === null) return null;
  return { skip: 'platform-filter', reason: `The platform of ${shown} matches the excluded ${platform}.` };
}

function namesOf(name: string | null | undefined): string[] {
  const full = canonicalName(name ?? '');
  return full === '' ? [] : [full, shortName(full)];
}

function firstMatch(globs: readonly string[], texts: readonly string[]): string | null {
  return globs.find((glob) => texts.some((text) => matchesGlob(glob, text))) ?? null;
}
