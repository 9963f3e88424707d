import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Facts } from '../../../shared/model/device.ts';
import type { NeighborEntry } from '../../../shared/model/neighbor.ts';

/** Real outputs with what they state; beside the checkout, not in it. */
export const CORPUS = path.join(import.meta.dirname, '../../../../shared/corpus');
export const hasCorpus = existsSync(path.join(CORPUS, 'score.mjs'));

type Wanted = Readonly<Record<string, unknown>>;
export interface CorpusCase {
  readonly name: string;
  readonly platform: string;
  readonly command: string;
  readonly expected: Wanted | readonly Wanted[];
  readonly raw: string;
}

export function readCorpus(): CorpusCase[] {
  const files = ['neighbors', 'facts'].flatMap((kind) =>
    readdirSync(path.join(CORPUS, kind), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file) => path.join(CORPUS, kind, file)),
  );
  return files.map((file) => {
    const one = JSON.parse(readFileSync(file, 'utf8')) as Omit<CorpusCase, 'name' | 'raw'>;
    return {
      ...one,
      name: path.relative(CORPUS, file),
      raw: readFileSync(file.replace(/json$/, 'raw'), 'utf8'),
    };
  });
}

type Canonical = (value: unknown) => string | null;
interface Forms {
  readonly canonicalPort: Canonical;
  readonly canonicalName: Canonical;
  readonly canonicalAddress: Canonical;
  readonly canonicalModel: Canonical;
  readonly canonicalVersion: Canonical;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);

/** Compares as the corpus' scorer does, with its canonical forms: an empty list means that the case passes. */
export async function corpusComparer(): Promise<
  (expected: CorpusCase['expected'], found: unknown) => string[]
> {
  const forms = (await import(pathToFileURL(path.join(CORPUS, 'score.mjs')).href)) as Forms;
  return (expected, found) =>
    Array.isArray(expected)
      ? wrongNeighbors(forms, expected as Wanted[], found as NeighborEntry[])
      : wrongFacts(forms, expected as Wanted, found as Facts);
}

function wrongNeighbors(
  forms: Forms,
  expected: readonly Wanted[],
  found: readonly NeighborEntry[],
): string[] {
  const left = [...found];
  const missing = expected.filter((wanted) => {
    const at = left.findIndex((entry) => isNeighbor(forms, wanted, entry));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...missing.map((wanted) => `missing ${JSON.stringify(wanted)}`),
    ...left.map((entry) => `extra ${JSON.stringify(entry)}`),
  ];
}

function isNeighbor(forms: Forms, wanted: Wanted, entry: NeighborEntry): boolean {
  const one = (key: 'localPort' | 'remotePort' | 'remoteName', form: Canonical): boolean =>
    list(wanted[key]).some((spelling) => form(spelling) === form(entry[key]));
  const addresses = list(wanted['managementAddresses'] ?? []).map(forms.canonicalAddress);
  const allowed = new Set([
    ...addresses,
    ...list(wanted['otherAddresses'] ?? []).map(forms.canonicalAddress),
  ]);
  const got = new Set(entry.managementAddresses.map(forms.canonicalAddress));
  return (
    (wanted['protocol'] == null || list(wanted['protocol']).includes(entry.protocol)) &&
    one('localPort', forms.canonicalPort) &&
    one('remotePort', forms.canonicalPort) &&
    one('remoteName', forms.canonicalName) &&
    addresses.every((address) => got.has(address) || /^fe[89ab]/.test(address ?? '')) &&
    [...got].every((address) => allowed.has(address))
  );
}

function wrongFacts(forms: Forms, wanted: Wanted, found: Facts): string[] {
  const lower = (value: unknown): string => (value == null ? '' : `${value as string}`.trim().toLowerCase());
  const any = (key: keyof Facts, form: Canonical): boolean =>
    list(wanted[key]).some((spelling) => form(spelling) === form(found[key]));
  const serials = (found.serials ?? []).map(lower);
  const allowed = [...list(wanted['serials'] ?? []).flat(), ...list(wanted['otherSerials'] ?? [])].map(lower);
  const checks: Readonly<Record<string, () => boolean>> = {
    hostname: () => any('hostname', forms.canonicalName),
    vendor: () => list(wanted['vendor']).some((vendor) => lower(found.vendor).startsWith(lower(vendor))),
    model: () => any('model', forms.canonicalModel),
    osVersion: () => any('osVersion', forms.canonicalVersion),
    serials: () =>
      list(wanted['serials']).every((one) =>
        list(one).some((spelling) => serials.includes(lower(spelling))),
      ) && serials.every((serial) => allowed.includes(serial)),
    uptimeSeconds: () => {
      const seconds = Number(wanted['uptimeSeconds']);
      if (wanted['uptimeSeconds'] === null) return found.uptimeSeconds === undefined;
      return Math.abs((found.uptimeSeconds ?? -Infinity) - seconds) <= Math.max(60, seconds / 1000);
    },
  };
  return Object.keys(wanted)
    .filter((key) => checks[key]?.() === false)
    .map(
      (key) => `${key}: ${JSON.stringify(wanted[key])} is not ${JSON.stringify(found[key as keyof Facts])}`,
    );
}
