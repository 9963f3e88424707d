import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NeighborEntry } from '../../shared/model/neighbor.ts';
import { PARSERS } from '../../shared/parse/parsers.ts';
import * as render from './parse-render.ts';
import type { Sample } from './parse-render.ts';

type Field = 'localPort' | 'remoteName' | 'remotePort' | 'address' | 'chassisId' | 'platform';

const FORMATS: readonly (readonly [string, string, (all: readonly Sample[]) => string, readonly Field[]])[] =
  [
    [
      'IOS',
      'cisco-cdp-detail',
      render.iosCdpDetail,
      ['localPort', 'remoteName', 'remotePort', 'address', 'platform'],
    ],
    [
      'NX-OS',
      'cisco-cdp-detail',
      render.nxosCdpDetail,
      ['localPort', 'remoteName', 'remotePort', 'address', 'platform'],
    ],
    [
      'IOS',
      'cisco-lldp-detail',
      render.iosLldpDetail,
      ['localPort', 'remoteName', 'remotePort', 'address', 'chassisId'],
    ],
    [
      'NX-OS',
      'cisco-lldp-detail',
      render.nxosLldpDetail,
      ['localPort', 'remoteName', 'remotePort', 'address', 'chassisId'],
    ],
    ['IOS', 'cisco-cdp-brief', render.cdpBrief, ['localPort', 'remoteName', 'remotePort']],
    ['IOS', 'cisco-lldp-brief', render.lldpBrief, ['localPort', 'remotePort']],
    [
      'lldpd',
      'lldpcli-json',
      render.lldpcliJson0,
      ['localPort', 'remoteName', 'remotePort', 'address', 'chassisId'],
    ],
    [
      'lldpd',
      'lldpcli-text',
      render.lldpcliText,
      ['localPort', 'remoteName', 'remotePort', 'address', 'chassisId'],
    ],
  ];

function valueOf(entry: NeighborEntry, field: Field): string | null | undefined {
  if (field === 'address') return entry.managementAddresses[0];
  return field === 'platform' ? entry.platform?.replace(/^cisco /, '') : entry[field];
}

const parse = (key: string, text: string): unknown => PARSERS[key]?.parse(text);

describe.each(FORMATS)('a table of %s rendered as %s', (_, key, text, fields) => {
  it('is read back', () => {
    fc.assert(
      fc.property(render.samples, (all) => {
        const entries = parse(key, text(all)) as NeighborEntry[];
        const read = entries.map((entry) => fields.map((field) => valueOf(entry, field)));
        expect(read).toEqual(all.map((one) => fields.map((field) => one[field])));
      }),
    );
  });

  it('is read the same with CRLF and with a pager prompt that was erased', () => {
    const erased = '\n --More-- ' + '\b'.repeat(10) + ' '.repeat(10) + '\b'.repeat(10);
    fc.assert(
      fc.property(render.samples, (all) => {
        const plain = text(all);
        expect(parse(key, plain.replaceAll('\n', '\r\n'))).toEqual(parse(key, plain));
        if (!plain.startsWith('{'))
          expect(parse(key, plain.replaceAll('\n', erased))).toEqual(parse(key, plain));
      }),
      { numRuns: 30 },
    );
  });
});

/** Pieces of real outputs in any order: they reach further into a parser than random characters do. */
const FRAGMENTS = [
  'Device ID: ', 'Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID', 'Local Intf: Gi0/1',
  'Chassis id: ', 'System Description:', 'Management address(es):', '  IP address: ', 'Interface:    eth1, via: LLDP, ',
  '{"lldp":', '[{"interface":', '{}', ']}', 'NAME: "', 'DESCR: ', 'PID: ', 'SN: ', ' uptime is ', 'Version ', 'cisco x (',
  '2: eth0: ', 'inet ', '\x1b[', '\b', '\r', '\n', '--More--', '    ', ':', '1', 'é', '\u0000',
]; // prettier-ignore

const HEADER = 'Device ID   Local Intf Hold Capab Platform Port ID';
const HOSTILE = [
    'a',
    ' ',
    '-',
    '1',
    ':',
    '\n',
    '\x1b',
    '\x1b[1',
    '\b',
    '\r',
    '(',
    'a ',
    '1 ',
    'A1 ',
    '{',
    '[',
    '"',
    '\t-',
    'Device ID: \n',
    'Chassis id: a\n',
    '\n\n1: e\n',
  ]; // prettier-ignore

describe.each(Object.keys(PARSERS))('the parser %s', (key) => {
  it('never throws, and always gives a list or an object', () => {
    const pieces = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map((some) => some.join(''));
    const bytes = fc.uint8Array({ maxLength: 2000 }).map((some) => Buffer.from(some).toString('latin1'));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), bytes, pieces), (text) => {
        expect(typeof parse(key, text)).toBe('object');
      }),
    );
  });

  // A pattern that is not linear takes minutes here: this test found one (`\r+\n` on a line of carriage returns).
  it('comes through a megabyte of the same', () => {
    for (const unit of HOSTILE) {
      const hostile = unit.repeat(Math.ceil(1_000_000 / unit.length));
      expect(typeof parse(key, `${HEADER}\n${hostile}`)).toBe('object');
    }
  });
});
