import { UsageError } from '../../shared/errors.ts';
import { findPlatform, PLATFORMS } from '../../shared/platform/platforms.ts';

/** Throws UsageError for a platform that netwalker cannot talk to. */
export function checkPlatform(id: string | undefined): void {
  if (id === undefined || findPlatform(id)) return;
  const known = PLATFORMS.map((platform) => platform.id).sort();
  throw new UsageError(`the platform ${id} is not known; known are ${known.join(', ')}`);
}
