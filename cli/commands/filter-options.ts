import { InvalidArgumentError, Option, type Command } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import type { NetworkView } from '../../shared/model/network-view.ts';
import { matchesGlob } from '../../shared/topology/glob.ts';
import { selectView, type ViewFilter } from '../../shared/topology/select-view.ts';
import { parseAge } from '../config/parse-age.ts';
import type { Invocation } from './host.ts';
import { collect } from './run-options.ts';

interface FilterOptions {
  readonly name?: readonly string[];
  readonly platform?: readonly string[];
  readonly site?: readonly string[];
  readonly seenWithin?: number;
  readonly olderThan?: number;
}

/** The flags that narrow a list, the same for every command. */
export function defineFilters(command: Command): void {
  command
    .option('--name <glob>', 'only devices with such a name; may be repeated', collect)
    .option('--platform <glob>', 'only devices of such a platform; may be repeated', collect)
    .option('--site <glob>', 'only devices of such a site; may be repeated', collect)
    .option('--seen-within <age>', 'only what was seen within 30m, 12h, 7d, 2w', age)
    .option('--older-than <age>', 'only what was not seen within 30m, 12h, 7d, 2w', age);
}

/** `--status`, with the words that fit what is listed. */
export function defineStatus(command: Command, statuses: readonly string[], fallback?: string): void {
  const option = new Option('--status <status>', 'only such a status; may be repeated').argParser(
    (value: string, before: unknown): readonly string[] => {
      if (!statuses.includes(value)) throw new InvalidArgumentError(`It is one of ${statuses.join(', ')}.`);
      return [...(Array.isArray(before) ? (before as string[]) : []), value];
    },
  );
  command.addOption(fallback === undefined ? option : option.default(undefined, fallback));
}

export function statusesOf({ options }: Invocation): readonly string[] {
  const { status } = options;
  return Array.isArray(status) ? (status as string[]) : [];
}

export function hasFilters({ options }: Invocation): boolean {
  const { name, platform, site, seenWithin, olderThan } = options as FilterOptions;
  return [name, platform, site, seenWithin, olderThan].some((given) => given !== undefined);
}

/** What the flags leave of a network. Throws UsageError for a site or platform that it does not have, and says which it has. */
export function narrowView(view: NetworkView, invocation: Invocation): NetworkView {
  return hasFilters(invocation) ? selectView(view, filterOf(view, invocation)) : view;
}

export function filterOf(view: NetworkView, { host, options }: Invocation): ViewFilter {
  const { name = [], platform = [], site = [], seenWithin, olderThan } = options as FilterOptions;
  checkKnown('platform', platform, view);
  checkKnown('site', site, view);
  return {
    names: name,
    platforms: platform,
    sites: site,
    ...(seenWithin === undefined ? {} : { seenSince: host.now() - seenWithin }),
    ...(olderThan === undefined ? {} : { notSeenSince: host.now() - olderThan }),
  };
}

/** What `-` asks for: devices for which it is not known. */
const UNKNOWN = '-';

function checkKnown(what: 'platform' | 'site', globs: readonly string[], view: NetworkView): void {
  const known = [...new Set(view.devices.flatMap((device) => device[what] ?? []))].sort();
  for (const glob of globs) {
    if (glob === UNKNOWN || known.some((text) => matchesGlob(glob, text))) continue;
    if (what === 'site' && known.length === 0) {
      throw new UsageError('no device has a site: say with sites in netwalker.yaml which stands where');
    }
    throw new UsageError(
      `no device of the network ${view.network} has the ${what} ${glob}; there are ${known.join(', ') || 'none'}`,
    );
  }
}

function age(value: string): number {
  const ms = parseAge(value);
  if (ms === null) throw new InvalidArgumentError('It is not an age such as 30m, 12h, 7d or 2w.');
  return ms;
}
