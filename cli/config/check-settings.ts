import { checkPlatform } from './check-platform.ts';
import { checkSeeds } from './check-seeds.ts';
import { isMissing, runSettingsOf } from './merge-settings.ts';
import type { Setting } from './merge-settings.ts';

/** What stands in for seeds and scope that nobody named yet: any address fits any address. */
const ANY: Readonly<Record<'seeds' | 'scope', readonly string[]>> = {
  seeds: ['anything.invalid'],
  scope: ['0.0.0.0/0', '::/0'],
};

/** What a run with these settings would be refused for, be they complete or not. Throws UsageError. */
export function checkSettings(settings: readonly Setting[]): void {
  const complete = settings.map((setting) => {
    const { key } = setting;
    if (key !== 'seeds' && key !== 'scope') return setting;
    return isMissing(settings, key) ? { ...setting, value: ANY[key] } : setting;
  });
  const run = runSettingsOf(complete);
  checkSeeds(run);
  checkPlatform(run.platform);
}
