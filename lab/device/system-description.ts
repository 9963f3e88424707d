import type { LabDevice } from '../network/blueprint.ts';
import type { Kind } from '../network/kind.ts';

/** The CDP version text and LLDP system description: often the first lines of the sender's own `show version`. */
export function systemDescription(device: LabDevice): string {
  return DESCRIPTIONS[device.entry.kind](device);
}

const DESCRIPTIONS: Readonly<Record<Kind, (device: LabDevice) => string>> = {
  cisco_ios: ios,
  cisco_nxos: ({ entry }) =>
    `Cisco Nexus Operating System (NX-OS) Software, Version ${entry.osVersion}\nCopyright (c) 2002-2024, Cisco Systems, Inc. All rights reserved.`,
  linux: ({ entry }) => `${entry.osVersion} Linux ${entry.image} #1 SMP PREEMPT_DYNAMIC x86_64`,
  // Since release 6 LLDP has the release and the family, and nothing else.
  cisco_xr: ({ entry }) => `${entry.osVersion}, ${entry.model ?? ''}`,
  arista_eos: ({ entry }) =>
    `Arista Networks EOS version ${entry.osVersion} running on an Arista Networks ${entry.productId}`,
  juniper_junos: ({ entry }) =>
    `Juniper Networks, Inc. ${entry.model ?? ''} Ethernet Switch, kernel JUNOS ${entry.osVersion}, Build date: 2023-03-16 11:04:12 UTC Copyright (c) 1996-2023 Juniper Networks, Inc.`,
  aruba_aoscx: ({ entry }) => `Aruba ${entry.productId}  ${entry.osVersion}`,
  hp_comware: comware,
  huawei_vrp: vrp,
  paloalto_panos: ({ entry }) => `Palo Alto Networks ${entry.productId} series firewall`,
};

function ios({ entry: { image, osVersion, legacy } }: LabDevice): string {
  const family = legacy
    ? `Cisco IOS Software, C2960 Software (${image})`
    : `Cisco IOS Software [Gibraltar], Catalyst L3 Switch Software (${image})`;
  return `${family}, Version ${osVersion}, RELEASE SOFTWARE (fc1)\nTechnical Support: http://www.cisco.com/techsupport\nCopyright (c) 1986-2022 by Cisco Systems, Inc.\nCompiled Tue 08-Mar-22 10:11 by lab`;
}

function comware({ entry: { vendor = 'HPE', model, osVersion } }: LabDevice): string {
  const owner =
    vendor === 'HPE' ? 'Hewlett Packard Enterprise Development LP' : 'Hewlett-Packard Development';
  return `${vendor} Comware Platform Software, Software Version ${osVersion}\n${vendor} ${model ?? ''} Switch\nCopyright (c) 2010-2022 ${owner}`;
}

/** VRP 5 begins with what it is, VRP 8 ends with it. */
function vrp({ entry: { model, osVersion } }: LabDevice): string {
  const software = `Huawei Versatile Routing Platform Software\nVRP (R) software, Version ${osVersion}`;
  return osVersion.startsWith('8')
    ? `${software}\nCopyright (C) 2012-2021 Huawei Technologies Co., Ltd.\nHUAWEI ${model ?? ''}`
    : `Huawei Switch ${model ?? ''}\n${software}\nCopyright (C) 2000-2021 HUAWEI TECH Co., Ltd.`;
}
