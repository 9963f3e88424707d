import { each } from './sample.ts';
import type { Render } from './sample.ts';

/** Neighbor tables as EOS, Junos, AOS-CX, PAN-OS, FortiOS, RouterOS and Cisco Small Business print them. */
export const aristaDetail: Render = (all) =>
  all
    .map(
      (one) => `Interface ${one.localPort} detected 1 LLDP neighbors:

  Neighbor ${one.chassisId}/"${one.remotePort}", age 12 seconds
  Discovered 0:01:11 ago; Last changed 0:01:11 ago
  - Chassis ID type: MAC address (4)
    Chassis ID     : ${one.chassisId}
  - Port ID type: Interface name (5)
    Port ID     : "${one.remotePort}"
  - Time To Live: 120 seconds
  - System Name: "${one.remoteName}"
  - System Description: "Arista Networks EOS version 4.15.2F
    Port ID     : not this one"
  - System Capabilities : Bridge, Router
    Enabled Capabilities: Bridge
  - Management Address Subtype: IPv4 (1)
    Management Address        : ${one.address}
  - IEEE802.1/IEEE802.3 Link Aggregation
    Port ID                : 0

`,
    )
    .join('');

export const aristaJson: Render = (all) => {
  const ports: Record<string, { lldpNeighborInfo: unknown[] }> = {};
  for (const one of all) {
    (ports[one.localPort] ??= { lldpNeighborInfo: [] }).lldpNeighborInfo.push({
      chassisId: one.chassisId,
      systemName: one.remoteName,
      systemCapabilities: { bridge: true, router: false },
      managementAddresses: [{ addressType: 'ipv4', address: one.address }],
      neighborInterfaceInfo: { interfaceId: `"${one.remotePort}"`, interfaceId_v2: one.remotePort },
    });
  }
  return JSON.stringify({ lldpNeighbors: ports });
};

export const aristaBrief: Render = (all) =>
  [
    'Last table change time   : 0:00:02 ago',
    '',
    'Port       Neighbor Device ID             Neighbor Port ID           TTL',
    ...all.map(
      (one) => `${one.localPort.padEnd(10)} ${one.remoteName.padEnd(30)} ${one.remotePort.padEnd(26)} 120`,
    ),
  ].join('\n');

export const junosBrief: Render = (all) =>
  [
    'Local Interface    Parent Interface    Chassis Id          Port info          System Name',
    ...all.map(
      (one) =>
        `${one.localPort.padEnd(19)}${'-'.padEnd(20)}${one.chassisId.padEnd(20)}${one.remotePort.padEnd(19)}${one.remoteName}`,
    ),
    '',
    '{master:0}',
  ].join('\n');

export const junosJson: Render = (all) => {
  const data = (value: string): unknown => [{ data: value }];
  return JSON.stringify({
    'lldp-neighbors-information': [
      {
        attributes: { 'junos:style': 'brief' },
        'lldp-neighbor-information': all.map((one) => ({
          'lldp-local-port-id': data(one.localPort),
          'lldp-remote-chassis-id': data(one.chassisId),
          'lldp-remote-port-id': data(one.remotePort),
          'lldp-remote-system-name': data(one.remoteName),
        })),
      },
    ],
  });
};

export const aoscxDetail: Render = (all) =>
  all
    .map(
      (one) => `${'-'.repeat(80)}
Port                           : ${one.localPort}
Neighbor Entries               : 1
Neighbor Chassis-Name          : ${one.remoteName}
Neighbor Chassis-Description   : Aruba JL635A  GL.10.05.0021
Neighbor Chassis-ID            : ${one.chassisId}
Neighbor Management-Address    : ${one.address}
Chassis Capabilities Available : Bridge, Router
Chassis Capabilities Enabled   : Bridge
Neighbor Port-ID               : ${one.remotePort}
Neighbor Port-Desc             : uplink
TTL                            : 120
`,
    )
    .join('');

export const panosAll: Render = (all) =>
  all
    .map(
      (one) => `Local information:
  Index 30
  Local interface: ${one.localPort}
  Local Port ID: 15
Neighbor information:

  Chassis type: MAC address
  Chassis ID: ${one.chassisId}
  Port type: Interface name
  Port ID: ${one.remotePort}
  Port description: uplink
  TTL: 97
  System name: ${one.remoteName}
  System description: HPE Comware Platform Software
Port ID: not this one
  System capabilities:
    Supported: B, R,
    Enabled: B,
  Management address type: ipv4
  Management address: ${one.address}
  oid:

`,
    )
    .join('');

export const fortiosDetails: Render = (all) =>
  all
    .map((one, index) =>
      [
        'port: 6', `port.txt: ${one.localPort}`, 'chassis.type: 4', `chassis.data: ${one.chassisId}`,
        'port.id.type: 5', `port.id.data: ${one.remotePort}`, `system.name.data: ${one.remoteName}`,
        'system.desc.data: VRP (R) software', 'system.caps.enabled.txt: bridge router', `address.1.addr: ${one.address}`,
      ].map((line) => `${index + 1} ${line}\n`).join(''),
    )
    .join(''); // prettier-ignore

export const routerosDetail: Render = (all) =>
  all
    .map(
      (one, index) =>
        ` ${index} interface=${one.localPort},bridge1 address=${one.address} mac-address=${one.chassisId} \n` +
        `   identity="${one.remoteName}" platform="MikroTik" version="7.15 (stable)" age=17s \n` +
        `   board="${one.platform}" interface-name="${one.remotePort}" system-caps=bridge,router \n`,
    )
    .join('\n');

/** Cells are centered; one that is too long goes on in the next line. */
export const smbBrief: Render = (all) => {
  const widths = [9, 17, 13, 17, 12, 5];
  const row = (cells: readonly string[]): string[] => {
    const height = Math.max(...cells.map((cell, column) => Math.ceil(cell.length / (widths[column] ?? 1))));
    return Array.from({ length: height }, (_, line) =>
      cells.map((cell, column) => center(cell, widths[column] ?? 1, line)).join(' '),
    );
  };
  return [
    '  Port        Device ID        Port ID       System Name    Capabilities  TTL  ',
    widths.map((width) => '-'.repeat(width)).join(' '),
    ...all.flatMap((one) =>
      row([one.localPort, one.chassisId, one.remotePort, one.remoteName, 'B, R', '99']),
    ),
  ].join('\n');
};

function center(cell: string, width: number, line: number): string {
  const part = cell.slice(line * width, (line + 1) * width);
  return part.padStart(part.length + Math.floor((width - part.length) / 2)).padEnd(width);
}

export const junosDetail = each(
  (one, index) => `LLDP Neighbor Information:
Local Information:
Index: ${index + 1} Time to live: 120 Time mark: Fri Jan 12 10:55:00 2024 Age: 12 secs
Local Interface    : ${one.localPort}
Parent Interface   : -
Local Port ID      : 512
Ageout Count       : 0

Neighbour Information:
Chassis type       : Mac address
Chassis ID         : ${one.chassisId}
Port type          : Interface name
Port ID            : ${one.remotePort}
Port description   : uplink
System name        : ${one.remoteName}

System Description : Juniper Networks, Inc. ex4300-48t
Port ID            : of a description

System capabilities
        Supported  : Bridge Router
        Enabled    : Bridge Router

Management Info
        Type              : IPv4
        Address           : ${one.address}
        Port ID           : 33
        Subtype           : 1

`,
);

export const aoscxBrief = each(
  (one) =>
    `${one.localPort.padEnd(11)} ${one.chassisId.padEnd(18)} ${one.remotePort.padEnd(28)} ${'uplink'.padEnd(28)} ${'120'.padEnd(8)} ${one.remoteName}\n`,
  `
LLDP Neighbor Information
=========================

Total Neighbor Entries          : 3
Total Neighbor Entries Deleted  : 0

LOCAL-PORT  CHASSIS-ID         PORT-ID                      PORT-DESC                    TTL      SYS-NAME
${'-'.repeat(110)}
`,
);

export const fortiosSummary = each(
  (one, index) =>
    `${index + 1} port '${one.localPort}' 34 mac 84:39:8F:5E:D0:A6 chassis '${one.chassisId}' port '${one.remotePort}' system '${one.remoteName}'\n`,
);

/** RouterOS since 7, and a row with the columns as wide as they must be. */
export const routerosBrief: Render = (all) => {
  const cells = [
    ['#', 'INTERFACE', 'ADDRESS', 'MAC-ADDRESS', 'IDENTITY', 'VERSION'],
    ...all.map((one, n) => [
      `${n}`,
      one.localPort,
      one.address,
      one.chassisId,
      one.remoteName,
      '7.15 (stable)',
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const rows = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return `Columns: INTERFACE, ADDRESS, MAC-ADDRESS, IDENTITY, VERSION\n${rows.join('\n')}\n`;
};
