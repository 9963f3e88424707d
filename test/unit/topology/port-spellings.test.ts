import { describe, expect, it } from 'vitest';
import { canonicalPort } from '../../../shared/topology/port-name.ts';
import { PORT_SPELLINGS } from '../../../shared/topology/port-spellings.ts';

const NUMBERS = ['1', '1/1', '1/0/24', '0/0/0/1', '0/0/0/1.100', '1/1/1:2', '0/RP0/CPU0/0'];

const ROWS = Object.entries(PORT_SPELLINGS).flatMap(([family, types]) =>
  Object.entries(types).map(([type, spellings]) => [family, type, spellings] as const),
);

describe.each(ROWS)('%s: %s', (_family, type, spellings) => {
  it('is its own canonical form, and every spelling of it gives it, with any number', () => {
    for (const number of NUMBERS) {
      const canonical = canonicalPort(`${type}${number}`);
      expect(canonical).toBe(`${type}${number.toLowerCase()}`);
      for (const spelling of spellings) {
        for (const printed of [spelling, spelling.toUpperCase(), `${spelling} `]) {
          expect(canonicalPort(`${printed}${number}`), printed).toBe(canonical);
        }
      }
    }
  });
});

it('gives no spelling to two types', () => {
  const types = new Map<string, Set<string>>();
  for (const [, type, spellings] of ROWS) {
    for (const spelling of [type, ...spellings]) {
      types.set(spelling, (types.get(spelling) ?? new Set()).add(type));
    }
  }
  expect([...types].filter(([, of]) => of.size > 1)).toEqual([]);
});

/** Ports as the device itself prints them in full, and as its listings, or a neighbor's, abbreviate them. */
describe('ports of one device', () => {
  it.each([
    ['cisco_ios', 'TwentyFiveGigE1/0/1', 'Twe1/0/1', 'Twe 1/0/1'],
    ['cisco_ios', 'AppGigabitEthernet1/0/1', 'Ap1/0/1'],
    ['cisco_ios', 'FortyGigabitEthernet1/1/1', 'Fo1/1/1', 'For 1/1/1'],
    ['cisco_ios', 'FourHundredGigE1/0/1', 'Fou1/0/1', 'Fou 1/0/1'],
    ['cisco_nxos', 'Ethernet1/1/1', 'Eth1/1/1', 'Ethernet1/1/1 interface'],
    ['cisco_nxos', 'port-channel10', 'Po10', 'Port-channel10'],
    ['cisco_nxos', 'mgmt0', 'Mgmt0', 'Management0'],
    ['cisco_xr', 'TenGigE0/0/0/1', 'Te0/0/0/1'],
    ['cisco_xr', 'HundredGigE0/0/0/1', 'Hu0/0/0/1'],
    ['cisco_xr', 'TwentyFiveGigE0/0/0/1', 'TF0/0/0/1'],
    ['cisco_xr', 'MgmtEth0/RP0/CPU0/0', 'Mg0/RP0/CPU0/0'],
    ['cisco_xr', 'Bundle-Ether12', 'BE12'],
    ['cisco_s300', 'GigabitEthernet1/0/5', 'gi1/0/5'],
    ['arista_eos', 'Ethernet49/1', 'Et49/1', '"Ethernet49/1"'],
    ['arista_eos', 'Management1', 'Ma1'],
    ['hp_comware', 'Ten-GigabitEthernet1/0/49', 'XGE1/0/49'],
    ['hp_comware', 'Twenty-FiveGigE1/0/1', 'WGE1/0/1'],
    ['hp_comware', 'FortyGigE1/0/53', 'FGE1/0/53'],
    ['hp_comware', 'HundredGigE1/0/25', 'HGE1/0/25'],
    ['hp_comware', 'M-GigabitEthernet0/0/0', 'M-GE0/0/0'],
    ['hp_comware', 'Bridge-Aggregation1', 'BAGG1'],
    ['huawei_vrp', 'XGigabitEthernet0/0/1', 'XGE0/0/1', '10GE0/0/1'],
    ['huawei_vrp', 'MultiGE0/0/1', 'MGE0/0/1'],
    ['huawei_vrp', 'Eth-Trunk5', 'eth-trunk 5'],
    ['juniper_junos', 'xe-0/0/3', 'xe-0/0/3.0'],
    ['juniper_junos', 'et-0/0/50:1', 'et-0/0/50:1.0'],
    ['juniper_junos', 'me0', 'me0.0'],
    ['brocade_fastiron', '10GigabitEthernet1/2/1', '10gige1/2/1'],
    ['brocade_netiron', 'ethernet1/1', 'ethe 1/1'],
  ])('%s: %s', (_platform, ...spellings) => {
    expect(new Set(spellings.map(canonicalPort)).size).toBe(1);
  });

  it.each([
    ['M-GE0/0/0', 'MGE0/0/0'],
    ['me0.0', 'me0.1'],
    ['GE0/0/1', 'XGE0/0/1'],
    ['40GE1/0/1', '100GE1/0/1'],
    ['Vlan10', 'Vlanif10'],
    ['port1.0.1', 'port1.0.10'],
  ])('%s and %s are two', (a, b) => expect(canonicalPort(a)).not.toBe(canonicalPort(b)));
});
