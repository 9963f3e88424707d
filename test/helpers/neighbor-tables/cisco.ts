import { each } from './sample.ts';
import type { Sample } from './sample.ts';

/** Neighbor tables as IOS, NX-OS, IOS-XR, AireOS and lldpd print them. */
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

/** IOS-XR: the remote port on a line of its own, addresses by their family. */
export const xrCdpDetail = each(
  (one) => `
-------------------------
Device ID: ${one.remoteName}
SysName : ${one.remoteName}
Entry address(es):
  IPv${one.address.includes(':') ? 6 : 4} address: ${one.address}
Platform: cisco ${one.platform},  Capabilities: Router
Interface: ${one.localPort}
Port ID (outgoing port): ${one.remotePort}
Holdtime : 134 sec

Version :
 Cisco IOS XR Software, Version 7.5.2[Default]
 Interface: of a version

advertisement version: 2
Duplex: full
`,
  'Tue Jan 16 13:49:50.315 AEST\n',
);

export const xrLldpDetail = each(
  (one) => `
------------------------------------------------
Local Interface: ${one.localPort}
Parent Interface: Bundle-Ether7
Chassis id: ${one.chassisId}
Port id: ${one.remotePort}
Port Description: uplink
System Name: ${one.remoteName}

System Description:
7.9.2, 8000
Port id: of a description

Time remaining: 90 seconds
Hold Time: 120 seconds
Age: 732802 seconds
System Capabilities: R
Enabled Capabilities: R
Management Addresses:
  IPv${one.address.includes(':') ? 6 : 4} address: ${one.address}

Peer MAC Address: 6c:03:b5:aa:bb:cc

`,
  'Tue Jan 16 13:49:50.315 AEST\nCapability codes:\n\t(R) Router, (B) Bridge\n',
);

/** AireOS and the small switches: the address in the line of its label. */
export const wlcCdpDetail = each(
  (one) => `------------------------
Device ID: ${one.remoteName}
Entry address(es): ${one.address}
Platform: cisco ${one.platform}, Capabilities: Router Switch
Interface: ${one.localPort}, Port ID (outgoing port): ${one.remotePort}
Holdtime : 150 sec

Version :
Cisco IOS Software, Version 15.2

advertisement version: 2
Duplex: full
`,
);

const nxosTable = (table: string, rows: readonly object[]): string =>
  JSON.stringify({
    neigh_count: rows.length,
    // One row is an object, not a list of one.
    [`TABLE_${table}`]: { [`ROW_${table}`]: rows.length === 1 ? rows[0] : rows },
  });

export const nxosCdpJson = (all: readonly Sample[]): string =>
  nxosTable(
    'cdp_neighbor_detail_info',
    all.map((one) => ({
      device_id: `${one.remoteName}(FDO21250ABC)`,
      sysname: one.remoteName,
      numaddr: 1,
      [one.address.includes(':') ? 'v6addr' : 'v4addr']: one.address,
      platform_id: one.platform,
      capability: ['router', 'IGMP_cnd_filtering'],
      intf_id: one.localPort,
      port_id: one.remotePort,
      version: 'Cisco Nexus Operating System (NX-OS) Software, Version 9.3(8)',
    })),
  );

export const nxosLldpJson = (all: readonly Sample[]): string =>
  nxosTable(
    'nbor_detail',
    all.map((one) => ({
      chassis_type: '4',
      chassis_id: one.chassisId,
      port_id: one.remotePort,
      l_port_id: one.localPort,
      port_desc: 'uplink',
      sys_name: one.remoteName,
      sys_desc: 'Cisco Nexus',
      enabled_capability: 'B, R',
      mgmt_addr_type: one.address.includes(':') ? 'IPV6' : 'IPV4',
      [one.address.includes(':') ? 'mgmt_addr_ipv6' : 'mgmt_addr']: one.address,
    })),
  );

export const lldpctlKeyvalue = each((one) => {
  const pairs = [
    ['via', 'LLDP'],
    ['rid', '1'],
    ['chassis.mac', one.chassisId],
    ['chassis.name', one.remoteName],
    ['chassis.descr', 'Debian GNU/Linux\nlldp of a description'],
    ['chassis.mgmt-ip', one.address],
    ['chassis.Bridge.enabled', 'on'],
    ['port.ifname', one.remotePort],
    ['port.descr', 'uplink'],
  ];
  return pairs.map(([key, value]) => `lldp.${one.localPort}.${key}=${value}\n`).join('');
});
