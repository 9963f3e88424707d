import type { CliContext } from './cli-context.ts';
import {
  cdpCapabilities,
  cdpDeviceId,
  cdpPlatform,
  chassisMac,
  dottedMac,
  LLDP_CAPABILITIES,
  lldpPort,
} from './announcement.ts';
import { nxosCdpOff, nxosLldpOff } from './nxos-neighbors.ts';
import { shortPort } from './short-port.ts';
import { systemDescription } from './system-description.ts';

/** What stands behind `| json`: one line, and a table with one row is that row instead of a list. */
const table = (name: string, rows: readonly object[], more: object): string => {
  const row = rows.length === 1 ? rows[0] : rows;
  return `${JSON.stringify({ ...more, [`TABLE_${name}`]: { [`ROW_${name}`]: row } })}\n`;
};

export function nxosVersionJson({ device }: CliContext): string {
  const { model, osVersion, image } = device.entry;
  const minutes = device.uptimeMinutes;
  return `${JSON.stringify({
    header_str: 'Cisco Nexus Operating System (NX-OS) Software\nTAC support: http://www.cisco.com/tac\n',
    bios_ver_str: '05.47',
    nxos_ver_str: osVersion,
    nxos_file_name: `bootflash:///${image}`,
    chassis_id: `${model ?? ''} Chassis`,
    cpu_name: 'Intel(R) Xeon(R) CPU D-1526 @ 1.80GHz',
    memory: 24_570_300,
    mem_type: 'kB',
    proc_board_id: device.serials[0] ?? '',
    host_name: device.name,
    kern_uptm_days: Math.floor(minutes / 1440),
    kern_uptm_hrs: Math.floor((minutes % 1440) / 60),
    kern_uptm_mins: minutes % 60,
    kern_uptm_secs: 0,
    rr_reason: 'Unknown',
    rr_sys_ver: osVersion,
    manufacturer: 'Cisco Systems, Inc.',
  })}\n`;
}

export function nxosCdpJson({ heard }: CliContext): string {
  const entries = heard.filter(({ cdp }) => cdp);
  if (entries.length === 0) return nxosCdpOff;
  const rows = entries.map(({ here, there }, index) => ({
    ifindex: String(436_207_616 + 512 * index),
    device_id: cdpDeviceId(there.device),
    sysname: there.device.announcedName,
    numaddr: '1',
    v4addr: there.told,
    platform_id: cdpPlatform(there.device),
    capability: cdpCapabilities(there.device).words.split(' '),
    intf_id: here.port.name,
    port_id: there.port.name,
    ttl: '137',
    version: systemDescription(there.device),
    version_no: 'v2',
    nativevlan: '1',
    duplexmode: 'full',
    mtu: '1500',
    syslocation: `rack ${there.device.index + 1}`,
    num_mgmtaddr: '1',
    v4mgmtaddr: there.told,
  }));
  return table('cdp_neighbor_detail_info', rows, { neigh_count: String(rows.length) });
}

export function nxosLldpJson({ heard }: CliContext): string {
  const entries = heard.filter(({ lldp }) => lldp);
  if (entries.length === 0) return nxosLldpOff;
  const rows = entries.map(({ here, there }) => {
    const port = lldpPort(there);
    const { supported, enabled } = LLDP_CAPABILITIES[there.device.entry.kind];
    return {
      chassis_type: '4',
      chassis_id: dottedMac(chassisMac(there.device)),
      port_type: port.isMac ? '3' : '5',
      port_id: port.isMac ? dottedMac(port.id) : port.id,
      l_port_id: shortPort(here.port.name),
      port_desc: port.description,
      sys_name: there.device.announcedName,
      sys_desc: systemDescription(there.device),
      ttl: '98',
      system_capability: supported.join(', '),
      enabled_capability: enabled.join(', '),
      mgmt_addr_type: 'IPV4',
      mgmt_addr: there.told,
      mgmt_addr_ipv6_type: 'IPV6',
      mgmt_addr_ipv6: 'not advertised',
      vlan_id: 'not advertised',
    };
  });
  return table('nbor_detail', rows, { neigh_hdr: 'neigh_hdr', neigh_count: rows.length });
}
