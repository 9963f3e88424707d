import { describe, expect, it } from 'vitest';
import { parseJunosChassis } from '../../../shared/parse/junos-chassis.ts';
import { parseJunosLldpBrief } from '../../../shared/parse/junos-lldp-brief.ts';
import { parseJunosUptime } from '../../../shared/parse/junos-uptime.ts';
import { parseJunosVersion } from '../../../shared/parse/junos-version.ts';
import { isReadable, parseOutput } from '../../../shared/steps/parse-output.ts';
import { fixture } from './fixture.ts';

const json = (command: string, value: unknown): unknown =>
  parseOutput(
    'juniper_junos',
    `${command} | display json`,
    `${JSON.stringify(value, null, 4)}\n\n{master:0}\n`,
  );
const data = (value: string): unknown => [{ data: value }];

describe('Junos', () => {
  it('reads port infos with blanks, longer than their column, and beside no name', () => {
    const read = parseJunosLldpBrief(fixture('junos-lldp-brief.txt'));
    expect(
      read.map(({ localPort, chassisId, remotePort, remoteName }) => [
        localPort,
        chassisId,
        remotePort,
        remoteName,
      ]),
    ).toEqual([
      ['et-0/0/48', '00:00:5e:00:53:01', 'Uplink to core', 'core-1'],
      ['ge-0/0/1.0', '00:00:5e:00:53:02', 'GigabitEthernet1/0/1', 'access-1.lab.example'],
      ['xe-0/0/2', '00:00:5e:00:53:03', 'ge-0/0/1', null],
      ['me0', '192.0.2.7', 'port 1', null],
      ['xe-0/0/3', '00:00:5e:00:53:04', '527', 'sw 2'],
    ]);
  });

  it('reads the listing of releases without parent interfaces', () => {
    const text =
      'Local Interface Chassis Id        Port info     System Name\nge-0/0/4.0      00:00:5e:00:53:02 ge-0/0/2.0    sw-2\n';
    expect(parseJunosLldpBrief(text)).toMatchObject([
      {
        localPort: 'ge-0/0/4.0',
        chassisId: '00:00:5e:00:53:02',
        remotePort: 'ge-0/0/2.0',
        remoteName: 'sw-2',
      },
    ]);
  });

  it('takes the version from the packages of a release that does not state it', () => {
    const text = 'Hostname: fw-1\nModel: srx240h\nJUNOS Software Release [12.1X44-D35.5]\n';
    expect(parseJunosVersion(text)).toEqual({
      hostname: 'fw-1',
      model: 'srx240h',
      osVersion: '12.1X44-D35.5',
    });
  });

  it('states both nodes of a cluster and all members of a virtual chassis', () => {
    const head =
      'Hardware inventory:\nItem             Version  Part number  Serial number     Description\n';
    const row = (item: string, serial: string, model: string, part = ''): string =>
      `${item.padEnd(26)}${part.padEnd(13)}${serial.padEnd(18)}${model}\n`;
    const cluster = `node0:\n-----\n${head}${row('Chassis', 'AD001', 'SRX1500')}\nnode1:\n-----\n${head}${row('Chassis', 'AD002', 'SRX1500')}`;
    expect(parseJunosChassis(cluster)).toEqual({ model: 'SRX1500', serials: ['AD001', 'AD002'] });
    const stack =
      head +
      row('Chassis', 'VC001', 'Virtual Chassis') +
      row('FPC 0            REV 12', 'BP001', 'EX4200-24T', '750-033065') +
      row('  CPU', 'BUILTIN', 'FPC CPU', 'BUILTIN') +
      row('FPC 1            REV 12', 'BP002', 'EX4200-24T', '750-033065');
    expect(parseJunosChassis(stack)).toEqual({ model: 'EX4200-24T', serials: ['VC001', 'BP001', 'BP002'] });
    expect(parseJunosChassis('Chassis REV 07 650-093025 YX001 ACX5448 (48 ports)')).toEqual({
      model: 'ACX5448 (48 ports)',
      serials: ['YX001'],
    });
  });

  it.each([
    ['System booted: 2021-02-26 18:30:12 MSK (26w3d 17:59 ago)', 26 * 604_800 + 3 * 86_400 + 64_740],
    ['System booted: 2021-02-26 18:30:12 UTC (00:59:12 ago)', 3552],
    ['12:29PM  up 185 days, 17:59, 1 user, load averages: 0.11, 0.05, 0.01', 185 * 86_400 + 64_740],
    ['12:29PM  up 17 mins, 2 users, load averages: 0.11, 0.05, 0.01', 1020],
  ])('reads %j', (text, seconds) => {
    expect(parseJunosUptime(text)).toEqual({ uptimeSeconds: seconds });
  });

  it('reads JSON above the banner of a routing engine, of one device or of several members', () => {
    const neighbors = {
      'lldp-neighbors-information': [
        {
          'lldp-neighbor-information': [
            {
              'lldp-local-port-id': data('ge-0/0/1'),
              'lldp-remote-chassis-id': data('00:00:5e:00:53:01'),
              'lldp-remote-port-description': data('to vmx-1'),
              'lldp-remote-system-name': data('vmx-2'),
            },
          ],
        },
      ],
    };
    const expected = [
      { localPort: 'ge-0/0/1', remoteName: 'vmx-2', remotePort: 'to vmx-1', chassisId: '00:00:5e:00:53:01' },
    ];
    expect(json('show lldp neighbors', neighbors)).toMatchObject({ neighbors: expected });
    const members = {
      'multi-routing-engine-results': [
        { 'multi-routing-engine-item': [{ 're-name': data('fpc0'), ...neighbors }] },
      ],
    };
    expect(json('show lldp neighbors', members)).toMatchObject({ neighbors: expected });
  });

  it('reads facts as JSON', () => {
    const version = {
      'software-information': [
        { 'host-name': data('vmx-1'), 'product-model': data('vmx'), 'junos-version': data('18.2R1.9') },
      ],
    };
    expect(json('show version', version)).toEqual({
      facts: { hostname: 'vmx-1', model: 'vmx', osVersion: '18.2R1.9' },
    });
    const chassis = {
      'chassis-inventory': [
        { chassis: [{ name: data('Chassis'), 'serial-number': data('VM1'), description: data('VMX') }] },
      ],
    };
    expect(json('show chassis hardware', chassis)).toEqual({ facts: { model: 'VMX', serials: ['VM1'] } });
    const uptime = {
      'system-uptime-information': [
        {
          'system-booted-time': [
            { 'time-length': [{ data: '1d 02:03', attributes: { 'junos:seconds': '93780' } }] },
          ],
        },
      ],
    };
    expect(json('show system uptime', uptime)).toEqual({ facts: { uptimeSeconds: 93_780 } });
  });

  it('takes an error for no JSON', () => {
    const command = 'show lldp neighbors | display json';
    expect(isReadable('juniper_junos', command, '{\n}\n\n{master:0}\n')).toBe(true);
    expect(isReadable('juniper_junos', command, 'error: syntax error: json\n\n{master:0}\n')).toBe(false);
  });
});
