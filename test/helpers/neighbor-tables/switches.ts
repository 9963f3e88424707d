import { each } from './sample.ts';

/** Neighbor tables as Comware, VRP, ProCurve, AOS, AlliedWare Plus, ICOS, Brocade, Ciena and OcNOS print them. */
export const comwareVerbose = each(
  (one, index) => `LLDP neighbor-information of port ${index + 1}[${one.localPort}]:
LLDP agent nearest-bridge:
 LLDP neighbor index : 1
 Chassis type        : MAC address
 Chassis ID          : ${one.chassisId}
 Port ID type        : Interface name
 Port ID             : ${one.remotePort}
 System name         : ${one.remoteName}
 System description  : H3C Comware Platform Software, Software Version 7.1.045,
                       Copyright: all rights reserved.
 System capabilities supported : Bridge, Router
 System capabilities enabled   : Bridge, Router
 Management address                : ${one.address}

`,
);

export const vrpNeighbor = each(
  (one) => `${one.localPort} has 1 neighbor(s):

Neighbor index :1
Chassis ID     :${one.chassisId}
Port ID        :${one.remotePort}
System name         :${one.remoteName}
System description  :Huawei Switch
Port ID        :of a description
System capabilities supported   :bridge router
System capabilities enabled     :bridge
Management address type  :ipv4
Management address value :${one.address}

Eth9/9/9 has 0 neighbor(s)
`,
);

export const procurveDetail = each(
  (one) => `------------------------------------------------------------------------------
  Local Port   : ${one.localPort}
  ChassisType  : mac-address
  ChassisId    : ${one.chassisId}
  PortType     : local
  PortId       : ${one.remotePort}
  SysName      : ${one.remoteName}
  PortDescr    : x

  System Capabilities Supported  : bridge, router
  System Capabilities Enabled    : bridge

  Remote Management Address
     Type    : ipv4
     Address : ${one.address}

`,
);

export const procurveCdp = each(
  (one) => `  Port : ${one.localPort}
  Device ID : ${one.remoteName}
  Address Type : IP
  Address      : ${one.address}
  Platform     : ${one.platform}
  Capability   : Router Switch
  Device Port  : ${one.remotePort}
  Version      : 1

------------------------------------------------------------------------------
`,
);

export const aosRemote = each(
  (one) => `Remote LLDP nearest-bridge Agents on Local Port ${one.localPort}:

    Chassis ${one.chassisId}, Port ${one.remotePort}:
      Remote ID                   = 1,
      Port Description            = (null),
      System Name                 = ${one.remoteName},
      System Description          = two
lines = one,
      Capabilities Supported      = Bridge Router,
      Capabilities Enabled        = Router,
      Management IP Address       = ${one.address}

`,
);

export const awplusDetail = each(
  (one) => `Local ${one.localPort}:
  Neighbors table last updated 1 hrs 2 mins 3 secs ago

  Chassis ID Type .................. MAC address
  Chassis ID ....................... ${one.chassisId}
  Port ID Type ..................... Interface name
  Port ID .......................... ${one.remotePort}
  Port Description ................. [not advertised]
  System Name ...................... ${one.remoteName}
  System Capabilities - Supported .. Bridge, Router
                      - Enabled .... Bridge
  Management Addresses ............. ${one.address}

`,
);

export const brocadeDetail = each(
  (one) => `Local port: ${one.localPort}
  Neighbor: ${one.chassisId}, TTL 101 seconds
    + Chassis ID (MAC address): ${one.chassisId}
    + Port ID (interface name): "${one.remotePort}"
    + System name         : "${one.remoteName.slice(0, 1)}\\
                             ${one.remoteName.slice(1)}"
    + System capabilities : bridge, router
      Enabled capabilities: bridge
    + Management address (IPv4): ${one.address}

`,
);

export const cienaBox = each(
  (
    one,
  ) => `|${one.localPort.padEnd(13)}|${one.remotePort.padEnd(32)}|  Chassis Id: ${one.chassisId.padEnd(49)}|
|             |                                |   Mgmt Addr: ${one.address.padEnd(49)}|
|             |                                | System Name: ${one.remoteName.padEnd(49)}|
+-------------+--------------------------------+---------------------------------------------------------------+
`,
  '| Remote Addr: 10.8.91.1      |\n|Port         |Port                            |Info      |\n+---+\n',
);

export const comwareList = each(
  (one) =>
    `${one.localPort.padEnd(15)} ${one.chassisId.padEnd(15)} ${one.remotePort.padEnd(26)} ${one.remoteName}\n`,
  'Local Interface Chassis ID      Port ID                    System Name\n',
);

export const vrpBrief = each(
  (one) => `${one.localPort.padEnd(24)}${'106'.padStart(9)}  ${one.remotePort.padEnd(29)}${one.remoteName}\n`,
  'Local Interface         Exptime(s) Neighbor Interface           Neighbor Device\n-----------------------\n',
);

export const procurveBrief = each(
  (one) =>
    `  ${one.localPort.padEnd(9)} | ${one.chassisId.padEnd(18)} ${one.remotePort.padEnd(18)} ${''.padEnd(9)} ${one.remoteName}\n`,
  '  LocalPort | ChassisId          PortId             PortDescr SysName\n  --------- + ------------------ ------------------ --------- ------------------\n',
);

export const icosRemote = each(
  (one) =>
    `${one.localPort.padEnd(9)}  ${'7'.padEnd(7)} ${one.chassisId.padEnd(20)}  ${one.remotePort.padEnd(18)}  ${one.remoteName}\n0/77\n`,
  'Local\nInterface  RemID   Chassis ID            Port ID             System Name\n--------- -------  --------------------  ------------------  ------------------\n',
);

export const icosIsdp = each(
  (one) =>
    `${one.remoteName.slice(0, 24).padEnd(24)} ${one.localPort.padEnd(9)} ${'173'.padEnd(9)} ${'T B I'.padEnd(10)} ${one.platform.padEnd(16)} ${one.remotePort}\n`,
  'Device ID                Intf      Holdtime  Capability Platform         Port ID\n------------------------ --------- --------- ---------- ---------------- ---------\n',
);

export const brocadeBrief = each(
  (one) =>
    `${one.localPort.padEnd(8)} ${one.chassisId.padEnd(15)} ${one.remotePort.padEnd(15)} ${''.padEnd(27)} ${one.remoteName}\n`,
  'Lcl Port Chassis ID      Port ID         Port Description            System Name\n',
);

export const lldpTable = each(
  (one) =>
    `${one.localPort.padEnd(11)}  ${one.remoteName.padEnd(40)}  ${one.remotePort.padEnd(14)}  BR            x y\n`,
  `LocalPort    ${'RemoteDevice'.padEnd(40)}  RemotePortID    Capability    RemotePortDescr\n-----------  ---------------\n`,
);

export const awplusBrief = each(
  (one) =>
    `${one.localPort.padEnd(8)} ${one.chassisId.padEnd(15)} ${one.remotePort.padEnd(14)} ${one.remoteName.padEnd(40)} --B-R---  --\n`,
  `LLDP Neighbor Information:

Total number of neighbors on these ports .... 4

System Capability Codes:
O = Other   P = Repeater  B = Bridge                W = WLAN Access Point
R = Router  T = Telephone C = DOCSIS Cable Device   S = Station Only

LLDP-MED Device Type and Power Source Codes:
1 = Class I   3 = Class III   PSE = PoE    Both = PoE&Local   Prim = Primary
2 = Class II  N = Network Con. Locl = Local  Unkn = Unknown      Back = Backup

Local    Neighbor        Neighbor       Neighbor                                 System    MED
Port     Chassis ID      Port Name      Sys Name                                 Cap.      Ty Pwr
${'-'.repeat(100)}
`,
);

export const icosIsdpDetail = each(
  (one) => `
Device ID                      ${one.remoteName}
Address(es):
    IP${one.address.includes(':') ? 'v6' : ''} Address:                ${one.address}
Capability                     Router Switch IGMP
Platform                       ${one.platform}
Interface                      ${one.localPort}
Port ID                        ${one.remotePort}
Holdtime                       162
Advertisement Version          2
Entry last changed time        0 days 00:13:50
Version :
Cisco IOS Software
Interface                      of a version
`,
);

export const icosDetail = each(
  (one, index) => `
LLDP Remote Device Detail

Local Interface: ${one.localPort}

Remote Identifier: ${index + 1}
Chassis ID Subtype: MAC Address
Chassis ID: ${one.chassisId}
Port ID Subtype: Interface Name
Port ID: ${one.remotePort}
System Name: ${one.remoteName}
System Description: a switch
Port Description: uplink
System Capabilities Supported: bridge, router
System Capabilities Enabled: bridge
Management Address:
    Type: IPv4
    Address: ${one.address}

Time to Live: 110 seconds
`,
);

export const procurveCdpBrief = each(
  (one) => `  ${one.localPort.padEnd(9)} | ${one.remoteName.padEnd(40)} ${one.platform.padEnd(24)} R S\n`,
  `
 CDP neighbors information

  Port      | ${'Device ID'.padEnd(40)} ${'Platform'.padEnd(24)} Capability
  --------- + ---------------------------------------- ------------------------ -----------
`,
);
