import fc from 'fast-check';

/** A neighbor as a device might print it, with nothing that two formats would print differently. */
export interface Sample {
  readonly localPort: string;
  readonly remoteName: string;
  readonly remotePort: string;
  readonly address: string;
  readonly chassisId: string;
  readonly platform: string;
}

const word = (pattern: RegExp): fc.Arbitrary<string> => fc.stringMatching(pattern);
const number = fc.integer({ min: 0, max: 64 });
const hex = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16).padStart(4, '0'));

export const samples: fc.Arbitrary<Sample[]> = fc.array(
  fc.record({
    localPort: fc
      .tuple(fc.constantFrom('Gi', 'Te', 'Eth', 'Hu', 'Twe'), number, number)
      .map(([t, a, b]) => `${t}${a}/0/${b}`),
    remoteName: word(/^[a-z][a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,3}(\.lab\.example)?$/),
    remotePort: fc
      .tuple(fc.constantFrom('Gi', 'Fa', 'Ethernet', 'ge-0/0/'), number)
      .map(([t, n]) => `${t}${n}`),
    address: fc.oneof(
      fc.ipV4().filter((address) => address !== '0.0.0.0'),
      fc.constant('2001:db8::1'),
    ),
    chassisId: fc.tuple(hex, hex, hex).map((parts) => parts.join('.')),
    platform: word(/^[A-Z][A-Z0-9]{1,3}-[A-Z0-9]{3,8}$/),
  }),
  { maxLength: 12 },
);

export const iosCdpDetail = (all: readonly Sample[]): string =>
  all
    .map(
      (one) => `-------------------------
Device ID: ${one.remoteName}
Entry address(es):
  IP address: ${one.address}
Platform: cisco ${one.platform},  Capabilities: Router Switch
Interface: ${one.localPort},  Port ID (outgoing port): ${one.remotePort}
Holdtime : 164 sec

Version :
Cisco IOS Software, Version 15.2
advertisement version: 2
Management address(es):
  IP address: ${one.address}
`,
    )
    .join('\n');

export const nxosCdpDetail = (all: readonly Sample[]): string =>
  all
    .map(
      (one) => `----------------------------------------
Device ID:${one.remoteName}(FDO2125${one.chassisId.slice(0, 4).toUpperCase()})
System Name: ${one.remoteName}

Interface address(es):
    IPv4 Address: ${one.address}
Platform: cisco ${one.platform}, Capabilities: Router Switch
Interface: ${one.localPort}, Port ID (outgoing port): ${one.remotePort}
Holdtime: 134 sec

Version:
Cisco Nexus Operating System (NX-OS) Software, Version 9.3(8)

Advertisement Version: 2
`,
    )
    .join('');

export const iosLldpDetail = (all: readonly Sample[]): string =>
  all
    .map(
      (one) => `------------------------------------------------
Local Intf: ${one.localPort}
Chassis id: ${one.chassisId}
Port id: ${one.remotePort}
Port Description - not advertised
System Name: ${one.remoteName}

System Description:
Cisco IOS Software

Time remaining: 107 seconds
System Capabilities: B,R
Enabled Capabilities: B,R
Management Addresses:
    IP: ${one.address}
`,
    )
    .join('\n');

export const nxosLldpDetail = (all: readonly Sample[]): string =>
  all
    .map(
      (one) => `Chassis id: ${one.chassisId}
Port id: ${one.remotePort}
Local Port id: ${one.localPort}
Port Description: null
System Name: ${one.remoteName}
System Description: Cisco Nexus Operating System
Copyright (c) 2002-2021
Time remaining: 97 seconds
System Capabilities: B, R
Enabled Capabilities: B, R
Management Address: ${one.address}
Vlan ID: 1

`,
    )
    .join('');

/** IOS: a name longer than its column stands on a line of its own. */
export const cdpBrief = (all: readonly Sample[]): string => {
  const rows = all.map((one) => {
    const name =
      one.remoteName.length < 17 ? one.remoteName.padEnd(17) : `${one.remoteName}\n${' '.repeat(17)}`;
    const platform = one.platform.slice(0, 9).padEnd(10);
    return `${name}${one.localPort.padEnd(18)}144${' '.repeat(9)}${'R S I'.padStart(9)}   ${platform}${one.remotePort}`;
  });
  return ['Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID', ...rows].join('\n');
};

/** IOS: a name is cut at 20 characters, and the local port follows at once. */
export const lldpBrief = (all: readonly Sample[]): string => {
  const rows = all.map(
    (one) =>
      `${one.remoteName.slice(0, 20).padEnd(20)}${one.localPort.padEnd(15)}120        B,R             ${one.remotePort}`,
  );
  return ['Device ID           Local Intf     Hold-time  Capability      Port ID', ...rows].join('\n');
};

export const lldpcliJson0 = (all: readonly Sample[]): string =>
  JSON.stringify({
    lldp: [
      {
        interface: all.map((one) => ({
          name: one.localPort,
          via: 'LLDP',
          chassis: [
            {
              id: [{ type: 'mac', value: one.chassisId }],
              name: [{ value: one.remoteName }],
              'mgmt-ip': [{ value: one.address }],
            },
          ],
          port: [{ id: [{ type: 'ifname', value: one.remotePort }] }],
        })),
      },
    ],
  });

export const lldpcliText = (all: readonly Sample[]): string =>
  all
    .map(
      (one) => `Interface:    ${one.localPort}, via: LLDP, RID: 1, Time: 0 day, 00:00:06
  Chassis:     
    ChassisID:    mac ${one.chassisId}
    SysName:      ${one.remoteName}
    MgmtIP:       ${one.address}
  Port:        
    PortID:       ifname ${one.remotePort}
-------------------------------------------------------------------------------
`,
    )
    .join('');
