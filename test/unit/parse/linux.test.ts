import { describe, expect, it } from 'vitest';
import { parseDmidecodeSystem } from '../../../shared/parse/dmidecode-system.ts';
import { parseHostname } from '../../../shared/parse/hostname.ts';
import { parseIpAddr } from '../../../shared/parse/ip-addr.ts';
import { isLldpcliJson, parseLldpcliChassis, parseLldpcliJson } from '../../../shared/parse/lldpcli-json.ts';
import { parseLldpcliText } from '../../../shared/parse/lldpcli-text.ts';
import { parseOsRelease } from '../../../shared/parse/os-release.ts';
import { parseProcUptime } from '../../../shared/parse/proc-uptime.ts';
import { fixture } from './fixture.ts';

const ID = { type: 'mac', value: '00:00:5e:00:53:10' };

describe('lldpcli show neighbors', () => {
  it('reads LLDP and CDP entries of the plain text, and leaves FDP out', () => {
    const entries = parseLldpcliText(fixture('lldpcli-neighbors.txt'));
    expect(entries).toMatchObject([
      {
        protocol: 'lldp',
        localPort: 'eth1',
        remoteName: 'node-10',
        remotePort: '00:00:5e:00:53:11',
        remotePortDescription: 'eth4',
        managementAddresses: ['192.0.2.10', '2001:db8::10'],
        chassisId: '00:00:5e:00:53:10',
        capabilities: ['Router'],
      },
      { protocol: 'cdp', localPort: 'eth2', platform: 'cisco WS-C2960', capabilities: ['Bridge'] },
    ]);
    expect(entries[1]?.remoteDescription).toBe('Cisco IOS Software, C2960 Software');
  });

  it('reads -f json: one neighbor as an object, several as a list, a chassis without a name', () => {
    const body = {
      via: 'LLDP',
      chassis: { id: ID, 'mgmt-ip': ['192.0.2.1', '192.0.2.2'] },
      port: { descr: 'eth4' },
    };
    const one = parseLldpcliJson(JSON.stringify({ lldp: { interface: { eth1: body } } }));
    const two = parseLldpcliJson(JSON.stringify({ lldp: { interface: [{ eth1: body }, { eth2: body }] } }));
    expect(one).toMatchObject([
      { localPort: 'eth1', remoteName: null, remotePort: 'eth4', chassisId: ID.value },
    ]);
    expect(one[0]?.managementAddresses).toEqual(['192.0.2.1', '192.0.2.2']);
    expect(two.map((entry) => entry.localPort)).toEqual(['eth1', 'eth2']);
  });

  it('reads the model that LLDP-MED states', () => {
    const med = [{ inventory: [{ model: [{ value: 'CP-8841' }] }] }];
    const neighbor = {
      name: 'eth1',
      via: 'LLDP',
      chassis: [{ id: [ID] }],
      port: [{ id: [ID] }],
      'lldp-med': med,
    };
    const text = JSON.stringify({ lldp: [{ interface: [neighbor] }] });
    expect(parseLldpcliJson(text)[0]).toMatchObject({ platform: 'CP-8841', remotePort: ID.value });
  });

  it('tells a table without neighbors from an error message', () => {
    const refused =
      '2026-11-23T17:41:37 [WARN/control] unable to connect to socket /run/lldpd.socket: Connection refused';
    expect([isLldpcliJson('{"lldp": [{}]}'), isLldpcliJson(refused)]).toEqual([true, false]);
    expect([parseLldpcliJson('{"lldp": [{}]}'), parseLldpcliJson(refused)]).toEqual([[], []]);
  });

  it('removes control characters that came as JSON escapes', () => {
    const text =
      '{"lldp":{"interface":{"eth1":{"via":"LLDP","chassis":{"\\u001b[31mred":{"id":{"type":"mac","value":"a"}}}}}}}';
    expect(parseLldpcliJson(text)[0]?.remoteName).toBe('[31mred');
  });
});

describe('facts of a Linux device', () => {
  it('reads what the device sends over LLDP', () => {
    const text = JSON.stringify({
      'local-chassis': [{ chassis: [{ id: [ID], name: [{ value: 'node-20' }] }] }],
    });
    expect(parseLldpcliChassis(text)).toEqual({ hostname: 'node-20', chassisIds: [ID.value] });
    expect(parseLldpcliChassis('')).toEqual({});
  });

  it('reads ports with MAC, alias and addresses, without loopback and link-local ones', () => {
    expect(parseIpAddr(fixture('ip-addr.txt')).ports).toEqual([
      { name: 'eth0', mac: '00:00:5e:00:53:20', description: 'to the core', addresses: ['192.0.2.20'] },
      { name: 'eth1', mac: '00:00:5e:00:53:21' },
    ]);
  });

  it('reads the one-line forms of ip', () => {
    const link =
      '2: eth0@if7: <UP> mtu 1500 state UP \\    link/ether 00:00:5e:00:53:20 brd ff:ff:ff:ff:ff:ff\\    alias core';
    const addr = '2: eth0    inet 192.0.2.20/24 brd 192.0.2.255 scope global eth0\\       valid_lft forever';
    expect(parseIpAddr(link).ports).toEqual([
      { name: 'eth0', mac: '00:00:5e:00:53:20', description: 'core' },
    ]);
    expect(parseIpAddr(addr).ports).toEqual([{ name: 'eth0', addresses: ['192.0.2.20'] }]);
  });

  it('reads name, release and uptime', () => {
    expect(parseHostname('node-20\n')).toEqual({ hostname: 'node-20' });
    expect(parseProcUptime('350735.47 234388.90\n')).toEqual({ uptimeSeconds: 350_735 });
    expect(parseOsRelease('PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\n')).toEqual(
      {
        vendor: 'Debian',
        osVersion: 'Debian GNU/Linux 12 (bookworm)',
      },
    );
  });

  it('reads the system block of dmidecode only', () => {
    const text =
      'System Information\n\tManufacturer: HP\n\tProduct Name: G6\n\tSerial Number: A1\nBase Board Information\n\tSerial Number: B2\n';
    expect(parseDmidecodeSystem(text)).toEqual({ vendor: 'HP', model: 'G6', serials: ['A1'] });
  });
});
