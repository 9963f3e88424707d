import * as cisco from './cisco.ts';
import * as lldp from './lldp.ts';
import type { Render } from './sample.ts';
import * as switches from './switches.ts';

export type Field = 'localPort' | 'remoteName' | 'remotePort' | 'address' | 'chassisId' | 'platform';

/** A format as some platforms print it: one parser may read several. */
export interface NeighborFormat {
  /** A key of the parser table. */
  readonly key: string;
  readonly platforms: readonly string[];
  readonly render: Render;
  /** What the format tells whole. */
  readonly fields: readonly Field[];
}

const PORTS: readonly Field[] = ['localPort', 'remotePort'];
const NAMES: readonly Field[] = ['localPort', 'remoteName', 'remotePort'];
const LISTED: readonly Field[] = [...NAMES, 'chassisId'];
const DETAILED: readonly Field[] = [...LISTED, 'address'];
const CDP: readonly Field[] = [...NAMES, 'address', 'platform'];

const row = (key: string, platforms: string, render: Render, fields: readonly Field[]): NeighborFormat => ({
  key,
  platforms: platforms.split(' '),
  render,
  fields,
});

/** Every format in which a platform tells its neighbors: a test holds the list against the commands of all platforms. */
export const NEIGHBOR_FORMATS: readonly NeighborFormat[] = [
  row('aos-lldp', 'alcatel_aos', switches.aosRemote, DETAILED),
  row('aoscx-lldp-brief', 'aruba_aoscx', lldp.aoscxBrief, LISTED),
  row('aoscx-lldp-detail', 'aruba_aoscx', lldp.aoscxDetail, DETAILED),
  row('arista-lldp-brief', 'arista_eos', lldp.aristaBrief, NAMES),
  row('arista-lldp-detail', 'arista_eos', lldp.aristaDetail, DETAILED),
  row('arista-lldp-json', 'arista_eos', lldp.aristaJson, DETAILED),
  row('awplus-lldp-brief', 'allied_telesis_awplus', switches.awplusBrief, LISTED),
  row('awplus-lldp-detail', 'allied_telesis_awplus', switches.awplusDetail, DETAILED),
  row('brocade-lldp-brief', 'brocade_fastiron brocade_netiron', switches.brocadeBrief, LISTED),
  row('brocade-lldp-detail', 'brocade_fastiron brocade_netiron', switches.brocadeDetail, DETAILED),
  row('ciena-lldp', 'ciena_saos', switches.cienaBox, DETAILED),
  row('cisco-cdp-brief', 'cisco_ios cisco_nxos cisco_xr cisco_wlc_ssh', cisco.cdpBrief, NAMES),
  row('cisco-cdp-detail', 'cisco_ios cisco_s300', cisco.iosCdpDetail, CDP),
  row('cisco-cdp-detail', 'cisco_nxos', cisco.nxosCdpDetail, CDP),
  row('cisco-cdp-detail', 'cisco_wlc_ssh', cisco.wlcCdpDetail, CDP),
  row('cisco-cdp-detail', 'cisco_xr', cisco.xrCdpDetail, CDP),
  row('cisco-lldp-brief', 'cisco_ios cisco_nxos cisco_xr', cisco.lldpBrief, PORTS),
  row('cisco-lldp-detail', 'cisco_ios', cisco.iosLldpDetail, DETAILED),
  row('cisco-lldp-detail', 'cisco_nxos', cisco.nxosLldpDetail, DETAILED),
  row('cisco-lldp-detail', 'cisco_xr', cisco.xrLldpDetail, DETAILED),
  row('comware-lldp', 'hp_comware', switches.comwareVerbose, DETAILED),
  row('comware-lldp', 'huawei_vrp', switches.vrpNeighbor, DETAILED),
  row('comware-lldp-list', 'hp_comware', switches.comwareList, LISTED),
  row('fortios-lldp', 'fortinet', lldp.fortiosDetails, DETAILED),
  row('fortios-lldp-summary', 'fortinet', lldp.fortiosSummary, LISTED),
  // Cuts names, and says so.
  row('icos-isdp-brief', 'broadcom_icos', switches.icosIsdp, [...PORTS, 'platform']),
  row('icos-isdp-detail', 'broadcom_icos', switches.icosIsdpDetail, CDP),
  row('icos-lldp-brief', 'broadcom_icos', switches.icosRemote, LISTED),
  row('icos-lldp-detail', 'broadcom_icos', switches.icosDetail, DETAILED),
  row('junos-lldp-brief', 'juniper_junos', lldp.junosBrief, LISTED),
  row('junos-lldp-detail', 'juniper_junos', lldp.junosDetail, DETAILED),
  row('junos-lldp-json', 'juniper_junos', lldp.junosJson, LISTED),
  row('lldp-table', 'ipinfusion_ocnos', switches.lldpTable, NAMES),
  row('lldpcli-json', 'linux', cisco.lldpcliJson0, DETAILED),
  row('lldpcli-text', 'linux', cisco.lldpcliText, DETAILED),
  row('lldpctl-keyvalue', 'linux', cisco.lldpctlKeyvalue, DETAILED),
  row('nxos-cdp-json', 'cisco_nxos', cisco.nxosCdpJson, CDP),
  row('nxos-lldp-json', 'cisco_nxos', cisco.nxosLldpJson, DETAILED),
  row('panos-lldp', 'paloalto_panos', lldp.panosAll, DETAILED),
  // Does not tell the neighbor's port.
  row('procurve-cdp-brief', 'hp_procurve', switches.procurveCdpBrief, [
    'localPort',
    'remoteName',
    'platform',
  ]),
  row('procurve-cdp-detail', 'hp_procurve', switches.procurveCdp, CDP),
  row('procurve-lldp-brief', 'hp_procurve', switches.procurveBrief, LISTED),
  row('procurve-lldp-detail', 'hp_procurve', switches.procurveDetail, DETAILED),
  row('routeros-neighbor', 'mikrotik_routeros', lldp.routerosDetail, [...DETAILED, 'platform']),
  row('routeros-neighbor-brief', 'mikrotik_routeros', lldp.routerosBrief, [
    'localPort',
    'remoteName',
    'address',
    'chassisId',
  ]),
  row('smb-lldp-brief', 'cisco_s300', lldp.smbBrief, LISTED),
  row('vrp-lldp-brief', 'huawei_vrp', switches.vrpBrief, NAMES),
];
