import { ENV } from '../../shared/names.ts';
import { dnsResolver } from '../../shared/adapters/system/resolver.ts';
import type { StartRunPorts } from '../../shared/steps/start-run.ts';
import { baseWiring } from './base-wiring.ts';

/** For the function that starts runs: names, and the settings that are deployed. */
export async function startingWiring(): Promise<StartRunPorts> {
  const settings = process.env[ENV.settings];
  return {
    ...baseWiring(),
    resolver: dnsResolver,
    ...(settings === undefined ? {} : { deployedSettings: JSON.parse(settings) as Record<string, unknown> }),
  };
}
