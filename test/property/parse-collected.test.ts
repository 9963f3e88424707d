import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressesOfText,
  addressesToText,
  vlansOfText,
  vlansToText,
} from '../../shared/adapters/dynamodb/collected-text.ts';
import type { Vlan } from '../../shared/model/collected.ts';
import { PARSERS } from '../../shared/parse/parsers.ts';
import * as render from '../helpers/collected-tables.ts';
import type { Address, NamedVlan } from '../helpers/collected-tables.ts';

const VLANS: readonly (readonly [string, string, (all: readonly NamedVlan[]) => string])[] = [
  ['IOS and NX-OS', 'vlan-table', render.iosVlans],
  ['EOS', 'vlan-table', render.eosVlans],
  ['EOS in JSON', 'arista-vlan-json', render.eosVlanJson],
  ['AOS-CX', 'vlan-table', render.aoscxVlans],
  ['Junos with ELS', 'junos-vlans', render.junosElsVlans],
  ['Junos before ELS', 'junos-vlans', render.junosVlans],
  ['Comware 7', 'comware-vlan-brief', render.comwareVlanBrief],
  ['Comware 5', 'comware-vlan-all', render.comwareVlanAll],
  ['VRP 5', 'vrp-vlans', render.vrpVlans],
  ['VRP 8', 'vrp-vlans', render.vrp8Vlans],
  ['iproute2', 'ip-vlan-json', render.ipVlanJson],
];

type Told = 'ip' | 'address';
const V4: readonly (readonly [string, string, (all: readonly Address[]) => string, Told])[] = [
  ['IOS, NX-OS and XR', 'ip-brief', render.iosIpBrief, 'ip'],
  ['VRP', 'ip-brief', render.vrpIpBrief, 'address'],
  ['Comware', 'comware-ip-brief', render.comwareIpBrief, 'ip'],
  ['EOS in JSON', 'arista-address-json', render.eosIpBriefJson, 'address'],
  ['Junos', 'junos-terse', render.junosTerse, 'address'],
  ['PAN-OS', 'panos-interfaces', render.panosInterfaces, 'address'],
  ['iproute2', 'ip-addr-json', render.ipAddrJson, 'address'],
];
const V6: readonly (readonly [string, string, (all: readonly Address[]) => string, Told])[] = [
  ['IOS and XR', 'ipv6-brief', render.iosIpv6Brief, 'ip'],
  ['NX-OS', 'ipv6-brief', render.nxosIpv6Brief, 'ip'],
];

const parse = (key: string, text: string): unknown => PARSERS[key]?.parse(text);
const PAGED = [
  '\r\n',
  '\n  ---- More ----\x1b[42D' + ' '.repeat(42) + '\x1b[42D',
  '\n--More--\r' + ' '.repeat(10) + '\r',
];

describe.each(VLANS)('VLANs rendered for %s', (_, key, text) => {
  it('are read back', () => {
    fc.assert(
      fc.property(render.vlanLists, (all) => {
        expect(parse(key, text(all))).toEqual(all.map(({ id, name }) => ({ id, name })));
      }),
    );
  });

  it('are read the same with CRLF and with what pagers leave', () => {
    fc.assert(
      fc.property(render.vlanLists, fc.constantFrom(...PAGED), (all, newline) => {
        expect(parse(key, text(all).replaceAll('\n', newline))).toEqual(parse(key, text(all)));
      }),
    );
  });
});

describe.each([
  ...V4.map(([title, ...row]) => [`${title}, IPv4`, render.v4Lists, ...row] as const),
  ...V6.map(([title, ...row]) => [`${title}, IPv6`, render.v6Lists, ...row] as const),
])('addresses rendered for %s', (_, lists, key, text, told) => {
  it('are read back, and what stands behind them is not', () => {
    fc.assert(
      fc.property(lists, (all) => {
        const read = parse(key, text(all)) as { port: string; address: string }[];
        const lower = read.map(({ port, address }) => ({ port, address: address.toLowerCase() }));
        expect(lower).toEqual(all.map((one) => ({ port: one.port, address: one[told] })));
      }),
    );
  });
});

describe('what is stored of them', () => {
  const names = fc.option(
    fc.stringMatching(/^[A-Za-z][\w -]{0,20}\w$/).map((name) => name.replace(/ +/g, ' ')),
  );
  const lists = fc
    .uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 4094 }), name: names }), {
      selector: ({ id }) => id,
      maxLength: 120,
    })
    .map((all) => all.sort((a, b) => a.id - b.id))
    .map((all) => all.map(({ id, name }): Vlan => (name === null ? { id } : { id, name })));

  it('is the same VLANs', () => {
    fc.assert(
      fc.property(lists, (all) => {
        expect(vlansOfText(vlansToText(all))).toEqual({ entries: all, notKept: 0 });
      }),
    );
  });

  it('is the same addresses', () => {
    fc.assert(
      fc.property(render.v4Lists, render.v6Lists, (four, six) => {
        const all = [...four, ...six].map(({ port, address }) => ({ port, address }));
        expect(addressesOfText(addressesToText(all))).toEqual({ entries: all, notKept: 0 });
      }),
    );
  });

  it('is every id where the names do not fit, and counts what does not', () => {
    const all = Array.from({ length: 4094 }, (_, n) => ({ id: n + 1, name: `a name of VLAN ${n + 1}` }));
    expect(vlansToText(all)).toBe('1-4094');
    const odd = all.filter(({ id }) => id % 2 === 1);
    const { entries, notKept } = vlansOfText(vlansToText(odd));
    expect(entries.length).toBeGreaterThan(900);
    expect(entries.length + notKept).toBe(odd.length);
    expect(entries).toEqual(odd.slice(0, entries.length).map(({ id }) => ({ id })));
  });
});
