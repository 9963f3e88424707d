import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NeighborEntry } from '../../shared/model/neighbor.ts';
import { PARSERS } from '../../shared/parse/parsers.ts';
import { samples } from './parse-render.ts';
import type { Sample } from './parse-render.ts';
import * as render from './render-switches.ts';

type Field = 'localPort' | 'remoteName' | 'remotePort' | 'address' | 'chassisId' | 'platform';
type Format = readonly [key: string, text: (all: readonly Sample[]) => string, fields: readonly Field[]];

const LISTED: readonly Field[] = ['localPort', 'remoteName', 'remotePort', 'chassisId'];
const DETAILED: readonly Field[] = [...LISTED, 'address'];

const FORMATS: readonly Format[] = [
  ['comware-lldp', render.comwareVerbose, DETAILED],
  ['comware-lldp', render.vrpNeighbor, DETAILED],
  ['comware-lldp-list', render.comwareList, LISTED],
  ['vrp-lldp-brief', render.vrpBrief, ['localPort', 'remoteName', 'remotePort']],
  ['procurve-lldp-detail', render.procurveDetail, DETAILED],
  ['procurve-lldp-brief', render.procurveBrief, LISTED],
  [
    'procurve-cdp-detail',
    render.procurveCdp,
    ['localPort', 'remoteName', 'remotePort', 'address', 'platform'],
  ],
  ['aos-lldp', render.aosRemote, DETAILED],
  ['awplus-lldp-detail', render.awplusDetail, DETAILED],
  ['icos-lldp-brief', render.icosRemote, LISTED],
  ['icos-isdp-brief', render.icosIsdp, ['localPort', 'remotePort', 'platform']],
  ['brocade-lldp-detail', render.brocadeDetail, DETAILED],
  ['brocade-lldp-brief', render.brocadeBrief, LISTED],
  ['ciena-lldp', render.cienaBox, DETAILED],
  ['lldp-table', render.lldpTable, ['localPort', 'remoteName', 'remotePort']],
];

const parse = (key: string, text: string): NeighborEntry[] => PARSERS[key]?.parse(text) as NeighborEntry[];

const valueOf = (entry: NeighborEntry, field: Field): string | null | undefined =>
  field === 'address' ? entry.managementAddresses[0] : entry[field];

describe.each(FORMATS)('a table rendered for %s', (key, text, fields) => {
  it('is read back', () => {
    fc.assert(
      fc.property(samples, (all) => {
        const read = parse(key, text(all)).map((entry) => fields.map((field) => valueOf(entry, field)));
        expect(read).toEqual(all.map((one) => fields.map((field) => one[field])));
      }),
    );
  });

  it('is read the same with CRLF and with what pagers leave', () => {
    const wiped = [
      '\n  ---- More ----\x1b[42D' + ' '.repeat(42) + '\x1b[42D',
      '\n-- MORE --, next page: Space, next line: Enter, quit: Control-C\x1b[24;1H\x1b[2K',
      '\n--More-- or (q)uit\r' + ' '.repeat(20) + '\r',
    ];
    fc.assert(
      fc.property(samples, (all) => {
        const plain = text(all);
        for (const newline of ['\r\n', ...wiped])
          expect(parse(key, plain.replaceAll('\n', newline))).toEqual(parse(key, plain));
      }),
      { numRuns: 20 },
    );
  });

  // The heads of the format stand before and between, so that the parser looks at what follows.
  it('comes through a megabyte of the same', () => {
    const one = { localPort: 'Gi1/0/1', remoteName: 'a', remotePort: 'b', address: '10.0.0.1' };
    const head = text([{ ...one, chassisId: 'c', platform: 'd' }]);
    for (const unit of [
      'a',
      ' ',
      ' a',
      '-',
      ':',
      '\n',
      '|',
      'a\n',
      ' \n',
      '=',
      '.',
      ', Port ',
      'a\\\n',
      'a,\n',
      head,
    ]) {
      expect(Array.isArray(parse(key, head + unit.repeat(Math.ceil(1_000_000 / unit.length))))).toBe(true);
    }
  });
});
