import { textOf, type Files, type ReadBack } from './read-back.ts';

interface Candidates {
  readonly devices: readonly { readonly name: string }[];
  readonly cables: readonly Readonly<Record<'a' | 'b', { readonly port: string | null }>>[];
}

export function readNetbox(files: Files): ReadBack {
  const { devices, cables } = JSON.parse(textOf(files, 'candidates.json')) as Candidates;
  return {
    devices: devices.map(({ name }) => name),
    links: cables.map(({ a, b }) => [a.port ?? '', b.port ?? '']),
  };
}
