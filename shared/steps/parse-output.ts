import { UsageError } from '../errors.ts';
import type { InterfaceAddress, Vlan } from '../model/collected.ts';
import type { Facts } from '../model/device.ts';
import type { NeighborEntry } from '../model/neighbor.ts';
import { PARSERS } from '../parse/parsers.ts';
import type { Parser } from '../parse/parsers.ts';
import { findCommand } from '../platform/find-command.ts';
import type { Platform } from '../platform/platform.ts';
import { findPlatform, PLATFORMS } from '../platform/platforms.ts';

export type ParsedOutput =
  | { readonly neighbors: readonly NeighborEntry[] }
  | { readonly facts: Facts }
  | { readonly vlans: readonly Vlan[] }
  | { readonly addresses: readonly InterfaceAddress[] };

/**
 * What an output of a command says, the command as a person may spell it (`findCommand`), with the port where it is asked port by
 * port. Never throws because of
 * the text: an output in which nothing is found gives no neighbors, or facts without keys.
 *
 * @throws UsageError when the platform or the command is unknown; the message lists what is known.
 */
export function parseOutput(platformId: string, command: string, text: string): ParsedOutput {
  const parser = findParser(platformId, command);
  switch (parser.reads) {
    case 'neighbors':
      return { neighbors: parser.parse(text) };
    case 'facts':
      return { facts: parser.parse(text) };
    case 'vlans':
      return { vlans: parser.parse(text) };
    case 'addresses':
      return { addresses: parser.parse(text) };
  }
}

/**
 * Whether the output is in the format that the command prints at all, where the format can tell (JSON): when it is not,
 * the next fallback is to be tried.
 *
 * @throws UsageError as `parseOutput`.
 */
export function isReadable(platformId: string, command: string, text: string): boolean {
  return findParser(platformId, command).recognizes?.(text) ?? true;
}

function findParser(platformId: string, command: string): Parser {
  const platform = findPlatform(platformId);
  if (platform === null) {
    const known = PLATFORMS.map(({ id }) => id).sort();
    throw new UsageError(`Unknown platform "${platformId}". Use one of: ${known.join(', ')}.`);
  }
  const spec = findCommand(platform, command);
  const parser = spec && PARSERS[spec.parser];
  if (!parser) throw new UsageError(unknownCommand(platform, command));
  return parser;
}

function unknownCommand(platform: Platform, command: string): string {
  const known = platform.commands.map((spec) => `"${spec.command}"`);
  return `No parser for the command "${command}" of ${platform.id}. Use one of: ${known.join(', ')}.`;
}
