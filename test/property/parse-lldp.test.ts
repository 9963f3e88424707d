import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NeighborEntry } from '../../shared/model/neighbor.ts';
import { PARSERS } from '../../shared/parse/parsers.ts';
import * as render from './parse-render-lldp.ts';
import { samples } from './parse-render.ts';
import type { Sample } from './parse-render.ts';

type Field = 'localPort' | 'remoteName' | 'remotePort' | 'address' | 'chassisId' | 'platform';

const NAMES: readonly Field[] = ['localPort', 'remoteName', 'remotePort'];
const ALL: readonly Field[] = [...NAMES, 'address', 'chassisId'];

const FORMATS: readonly (readonly [key: string, text: render.Render, fields: readonly Field[]])[] = [
  ['arista-lldp-detail', render.aristaDetail, ALL],
  ['arista-lldp-json', render.aristaJson, ALL],
  ['arista-lldp-brief', render.aristaBrief, NAMES],
  ['junos-lldp-brief', render.junosBrief, [...NAMES, 'chassisId']],
  ['junos-lldp-json', render.junosJson, [...NAMES, 'chassisId']],
  ['aoscx-lldp-detail', render.aoscxDetail, ALL],
  ['panos-lldp', render.panosAll, ALL],
  ['fortios-lldp', render.fortiosDetails, ALL],
  ['routeros-neighbor', render.routerosDetail, [...ALL, 'platform']],
  ['smb-lldp-brief', render.smbBrief, [...NAMES, 'chassisId']],
];

const valueOf = (entry: NeighborEntry, field: Field): string | null | undefined =>
  field === 'address' ? entry.managementAddresses[0] : entry[field];

const parse = (key: string, text: string): NeighborEntry[] => PARSERS[key]?.parse(text) as NeighborEntry[];

describe.each(FORMATS)('a neighbor table rendered as %s', (key, text, fields) => {
  const byPort = (rows: (string | null | undefined)[][]): unknown[] =>
    rows.map((row) => row.join('\n')).sort();

  it('is read back', () => {
    fc.assert(
      fc.property(samples, (all) => {
        const read = parse(key, text(all)).map((entry) => fields.map((field) => valueOf(entry, field)));
        const wanted = all.map((one: Sample) => fields.map((field) => one[field]));
        // A table by local port (JSON) gives the neighbors of one port together.
        expect(byPort(read)).toEqual(byPort(wanted));
      }),
    );
  });

  it('is read the same with CRLF, below a prompt with the command, and with a pager prompt that was erased', () => {
    const erased = '\n --More-- ' + '\b'.repeat(10) + ' '.repeat(10) + '\b'.repeat(10);
    fc.assert(
      fc.property(samples, (all) => {
        const plain = text(all);
        const expected = parse(key, plain);
        expect(parse(key, plain.replaceAll('\n', '\r\n'))).toEqual(expected);
        expect(parse(key, `sw-1# show lldp neighbors\n${plain}\nsw-1# `)).toEqual(expected);
        if (!plain.startsWith('{')) expect(parse(key, plain.replaceAll('\n', erased))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  // A pattern that is not linear takes minutes here. Each line of the format is repeated, cut short, and made long.
  it('comes through a megabyte of its own lines', () => {
    const [sample] = fc.sample(
      samples.filter((all) => all.length > 2),
      { numRuns: 1, seed: 7 },
    );
    const whole = text(sample ?? []);
    for (const line of new Set(whole.split('\n').slice(0, 24))) {
      const units = [`${line}\n`, `${line.slice(0, 20)}\n`, line];
      for (const unit of units.filter((one) => one !== '')) {
        const hostile = `${whole}\n${unit.repeat(Math.ceil(250_000 / unit.length))}`;
        expect(parse(key, hostile).length).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
