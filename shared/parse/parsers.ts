import type { InterfaceAddress, Vlan } from '../model/collected.ts';
import type { Facts } from '../model/device.ts';
import type { NeighborEntry } from '../model/neighbor.ts';
import { parseAosLldp } from './aos-lldp.ts';
import { parseAosChassis, parseAosSystem } from './aos-system.ts';
import { parseAoscxInventory } from './aoscx-inventory.ts';
import { parseAoscxLldpBrief } from './aoscx-lldp-brief.ts';
import { parseAoscxLldpDetail } from './aoscx-lldp-detail.ts';
import { parseAoscxSystem } from './aoscx-system.ts';
import { parseAristaAddressJson, parseAristaVlanJson } from './arista-collected-json.ts';
import { parseAristaHostname } from './arista-hostname.ts';
import { parseAristaInventory } from './arista-inventory.ts';
import {
  parseAristaHostnameJson,
  parseAristaInventoryJson,
  parseAristaLldpJson,
  parseAristaVersionJson,
} from './arista-json.ts';
import { parseAristaLldpBrief } from './arista-lldp-brief.ts';
import { parseAristaLldpDetail } from './arista-lldp-detail.ts';
import { parseAristaVersion } from './arista-version.ts';
import { parseAsaModule } from './asa-module.ts';
import { parseAsaVersion } from './asa-version.ts';
import { parseAwplusLldpBrief } from './awplus-lldp-brief.ts';
import { parseAwplusLldpDetail } from './awplus-lldp-detail.ts';
import { parseAwplusSystem } from './awplus-system.ts';
import { parseBrocadeLldpBrief } from './brocade-lldp-brief.ts';
import { parseBrocadeLldpDetail } from './brocade-lldp-detail.ts';
import { parseBrocadeVersion } from './brocade-version.ts';
import { parseCienaLldp } from './ciena-lldp.ts';
import { parseCienaSoftware } from './ciena-software.ts';
import { parseCiscoCdpBrief } from './cisco-cdp-brief.ts';
import { parseCiscoCdpDetail } from './cisco-cdp-detail.ts';
import { parseCiscoInventory } from './cisco-inventory.ts';
import { parseCiscoLldpBrief } from './cisco-lldp-brief.ts';
import { parseCiscoLldpDetail } from './cisco-lldp-detail.ts';
import { parseComwareLldpList } from './comware-lldp-list.ts';
import { parseComwareLldp } from './comware-lldp.ts';
import { parseComwareManuinfo } from './comware-manuinfo.ts';
import { parseComwareVersion } from './comware-version.ts';
import { parseConfigHostname } from './config-hostname.ts';
import { parseComwareVlanAll, parseComwareVlanBrief } from './comware-vlans.ts';
import { parseDmidecodeSystem } from './dmidecode-system.ts';
import { parseFortiosLldp, parseFortiosLldpSummary } from './fortios-lldp.ts';
import { parseFortiosStatus } from './fortios-status.ts';
import { hasJsonKey } from './has-json-key.ts';
import { parseHostname } from './hostname.ts';
import { parseHostnamectl } from './hostnamectl.ts';
import { parseIcosIsdpBrief } from './icos-isdp-brief.ts';
import { parseIcosIsdpDetail } from './icos-isdp-detail.ts';
import { parseIcosLldpBrief } from './icos-lldp-brief.ts';
import { parseIcosLldpDetail } from './icos-lldp-detail.ts';
import { parseIcosVersion } from './icos-version.ts';
import { parseIosVersion } from './ios-version.ts';
import { parseIosxrVersion } from './iosxr-version.ts';
import { parseIpAddr } from './ip-addr.ts';
import { parseComwareIpBrief, parseIpBrief, parseIpv6Brief } from './ip-brief.ts';
import { isIpJson, parseIpAddrJson, parseIpVlanJson } from './ip-json.ts';
import { parseJunosChassis } from './junos-chassis.ts';
import {
  isJunosJson,
  parseJunosChassisJson,
  parseJunosLldpJson,
  parseJunosUptimeJson,
  parseJunosVersionJson,
} from './junos-json.ts';
import { parseJunosLldpBrief } from './junos-lldp-brief.ts';
import { parseJunosTerse } from './junos-terse.ts';
import { parseJunosLldpDetail } from './junos-lldp-detail.ts';
import { parseJunosUptime } from './junos-uptime.ts';
import { parseJunosVersion } from './junos-version.ts';
import { parseJunosVlans } from './junos-vlans.ts';
import { parseLldpLocal } from './lldp-local.ts';
import { parseLldpTable } from './lldp-table.ts';
import { isLldpcliJson, parseLldpcliChassis, parseLldpcliJson } from './lldpcli-json.ts';
import { parseLldpcliText } from './lldpcli-text.ts';
import { parseLldpctlKeyvalue } from './lldpctl-keyvalue.ts';
import {
  isNxosJson,
  parseNxosCdpJson,
  parseNxosHostnameJson,
  parseNxosInventoryJson,
  parseNxosLldpJson,
  parseNxosVersionJson,
} from './nxos-json.ts';
import { parseNxosVersion } from './nxos-version.ts';
import { parseOcnosVersion } from './ocnos-version.ts';
import { parseOsRelease } from './os-release.ts';
import { parsePanosInterfaces, parsePanosManagement } from './panos-interfaces.ts';
import { parsePanosLldp } from './panos-lldp.ts';
import { parsePanosSystem } from './panos-system.ts';
import { parseProcUptime } from './proc-uptime.ts';
import { parseProcurveCdpBrief, parseProcurveCdpDetail } from './procurve-cdp.ts';
import { parseProcurveLldpBrief } from './procurve-lldp-brief.ts';
import { parseProcurveLldpDetail } from './procurve-lldp-detail.ts';
import { parseProcurveModules } from './procurve-modules.ts';
import { parseProcurveSystem } from './procurve-system.ts';
import { parseProcurveVersion } from './procurve-version.ts';
import { parseRouterosNeighborBrief } from './routeros-neighbor-brief.ts';
import { parseRouterosNeighbor } from './routeros-neighbor.ts';
import { parseRouterosPrint } from './routeros-print.ts';
import { parseSmbLldpBrief } from './smb-lldp-brief.ts';
import { parseSmbSystemId } from './smb-system-id.ts';
import { parseSmbSystem } from './smb-system.ts';
import { parseSmbVersion } from './smb-version.ts';
import { parseVrpDevice, parseVrpManufactureInfo } from './vrp-device.ts';
import { parseVrpEsn } from './vrp-esn.ts';
import { parseVrpLldpBrief } from './vrp-lldp-brief.ts';
import { parseVsfDetail } from './vsf-detail.ts';
import { parseVlanTable } from './vlan-table.ts';
import { parseVrpVlans } from './vrp-vlans.ts';
import { parseWlcSysinfo } from './wlc-sysinfo.ts';

/** A parser never throws; an output in which it finds nothing gives an empty list, or facts without keys. */
export type Parser = (
  | { readonly reads: 'neighbors'; readonly parse: (text: string) => NeighborEntry[] }
  | { readonly reads: 'facts'; readonly parse: (text: string) => Facts }
  | { readonly reads: 'vlans'; readonly parse: (text: string) => Vlan[] }
  | { readonly reads: 'addresses'; readonly parse: (text: string) => InterfaceAddress[] }
) & {
  /** Where an output without entries can be told from one that is not in this format at all (JSON). */
  readonly recognizes?: (text: string) => boolean;
};

/** One key for each output format. Platforms name their parsers by these keys. Keep it in alphabetical order. */
export const PARSERS: Readonly<Record<string, Parser>> = {
  'aos-chassis': { reads: 'facts', parse: parseAosChassis },
  'aos-lldp': { reads: 'neighbors', parse: parseAosLldp },
  'aos-system': { reads: 'facts', parse: parseAosSystem },
  'aoscx-inventory': { reads: 'facts', parse: parseAoscxInventory },
  'aoscx-lldp-brief': { reads: 'neighbors', parse: parseAoscxLldpBrief },
  'aoscx-lldp-detail': { reads: 'neighbors', parse: parseAoscxLldpDetail },
  'aoscx-system': { reads: 'facts', parse: parseAoscxSystem },
  'arista-address-json': {
    reads: 'addresses',
    parse: parseAristaAddressJson,
    recognizes: hasJsonKey('interfaces'),
  },
  'arista-hostname': { reads: 'facts', parse: parseAristaHostname },
  'arista-hostname-json': {
    reads: 'facts',
    parse: parseAristaHostnameJson,
    recognizes: hasJsonKey('hostname'),
  },
  'arista-inventory': { reads: 'facts', parse: parseAristaInventory },
  'arista-inventory-json': {
    reads: 'facts',
    parse: parseAristaInventoryJson,
    recognizes: hasJsonKey('systemInformation'),
  },
  'arista-lldp-brief': { reads: 'neighbors', parse: parseAristaLldpBrief },
  'arista-lldp-detail': { reads: 'neighbors', parse: parseAristaLldpDetail },
  'arista-lldp-json': {
    reads: 'neighbors',
    parse: parseAristaLldpJson,
    recognizes: hasJsonKey('lldpNeighbors'),
  },
  'arista-version': { reads: 'facts', parse: parseAristaVersion },
  'arista-version-json': {
    reads: 'facts',
    parse: parseAristaVersionJson,
    recognizes: hasJsonKey('modelName'),
  },
  'asa-module': { reads: 'facts', parse: parseAsaModule },
  'arista-vlan-json': { reads: 'vlans', parse: parseAristaVlanJson, recognizes: hasJsonKey('vlans') },
  'asa-version': { reads: 'facts', parse: parseAsaVersion },
  'awplus-lldp-brief': { reads: 'neighbors', parse: parseAwplusLldpBrief },
  'awplus-lldp-detail': { reads: 'neighbors', parse: parseAwplusLldpDetail },
  'awplus-system': { reads: 'facts', parse: parseAwplusSystem },
  'brocade-lldp-brief': { reads: 'neighbors', parse: parseBrocadeLldpBrief },
  'brocade-lldp-detail': { reads: 'neighbors', parse: parseBrocadeLldpDetail },
  'brocade-version': { reads: 'facts', parse: parseBrocadeVersion },
  'ciena-lldp': { reads: 'neighbors', parse: parseCienaLldp },
  'ciena-software': { reads: 'facts', parse: parseCienaSoftware },
  'cisco-cdp-brief': { reads: 'neighbors', parse: parseCiscoCdpBrief },
  'cisco-cdp-detail': { reads: 'neighbors', parse: parseCiscoCdpDetail },
  'cisco-inventory': { reads: 'facts', parse: parseCiscoInventory },
  'cisco-lldp-brief': { reads: 'neighbors', parse: parseCiscoLldpBrief },
  'cisco-lldp-detail': { reads: 'neighbors', parse: parseCiscoLldpDetail },
  'comware-ip-brief': { reads: 'addresses', parse: parseComwareIpBrief },
  'comware-lldp': { reads: 'neighbors', parse: parseComwareLldp },
  'comware-lldp-list': { reads: 'neighbors', parse: parseComwareLldpList },
  'comware-manuinfo': { reads: 'facts', parse: parseComwareManuinfo },
  'comware-version': { reads: 'facts', parse: parseComwareVersion },
  'config-hostname': { reads: 'facts', parse: parseConfigHostname },
  'comware-vlan-all': { reads: 'vlans', parse: parseComwareVlanAll },
  'comware-vlan-brief': { reads: 'vlans', parse: parseComwareVlanBrief },
  'dmidecode-system': { reads: 'facts', parse: parseDmidecodeSystem },
  'fortios-lldp': { reads: 'neighbors', parse: parseFortiosLldp },
  'fortios-lldp-summary': { reads: 'neighbors', parse: parseFortiosLldpSummary },
  'fortios-status': { reads: 'facts', parse: parseFortiosStatus },
  hostname: { reads: 'facts', parse: parseHostname },
  hostnamectl: { reads: 'facts', parse: parseHostnamectl },
  'icos-isdp-brief': { reads: 'neighbors', parse: parseIcosIsdpBrief },
  'icos-isdp-detail': { reads: 'neighbors', parse: parseIcosIsdpDetail },
  'icos-lldp-brief': { reads: 'neighbors', parse: parseIcosLldpBrief },
  'icos-lldp-detail': { reads: 'neighbors', parse: parseIcosLldpDetail },
  'icos-version': { reads: 'facts', parse: parseIcosVersion },
  'ios-version': { reads: 'facts', parse: parseIosVersion },
  'iosxr-version': { reads: 'facts', parse: parseIosxrVersion },
  'ip-addr': { reads: 'facts', parse: parseIpAddr },
  'ip-addr-json': { reads: 'addresses', parse: parseIpAddrJson, recognizes: isIpJson },
  'ip-brief': { reads: 'addresses', parse: parseIpBrief },
  'ip-vlan-json': { reads: 'vlans', parse: parseIpVlanJson, recognizes: isIpJson },
  'ipv6-brief': { reads: 'addresses', parse: parseIpv6Brief },
  'junos-chassis': { reads: 'facts', parse: parseJunosChassis },
  'junos-chassis-json': { reads: 'facts', parse: parseJunosChassisJson, recognizes: isJunosJson },
  'junos-lldp-brief': { reads: 'neighbors', parse: parseJunosLldpBrief },
  'junos-lldp-detail': { reads: 'neighbors', parse: parseJunosLldpDetail },
  'junos-lldp-json': { reads: 'neighbors', parse: parseJunosLldpJson, recognizes: isJunosJson },
  'junos-terse': { reads: 'addresses', parse: parseJunosTerse },
  'junos-uptime': { reads: 'facts', parse: parseJunosUptime },
  'junos-uptime-json': { reads: 'facts', parse: parseJunosUptimeJson, recognizes: isJunosJson },
  'junos-version': { reads: 'facts', parse: parseJunosVersion },
  'junos-version-json': { reads: 'facts', parse: parseJunosVersionJson, recognizes: isJunosJson },
  'junos-vlans': { reads: 'vlans', parse: parseJunosVlans },
  'lldp-local': { reads: 'facts', parse: parseLldpLocal },
  'lldp-table': { reads: 'neighbors', parse: parseLldpTable },
  'lldpcli-chassis-json': { reads: 'facts', parse: parseLldpcliChassis, recognizes: isLldpcliJson },
  'lldpcli-json': { reads: 'neighbors', parse: parseLldpcliJson, recognizes: isLldpcliJson },
  'lldpcli-text': { reads: 'neighbors', parse: parseLldpcliText },
  'lldpctl-keyvalue': { reads: 'neighbors', parse: parseLldpctlKeyvalue },
  'nxos-cdp-json': { reads: 'neighbors', parse: parseNxosCdpJson, recognizes: isNxosJson },
  'nxos-hostname-json': { reads: 'facts', parse: parseNxosHostnameJson, recognizes: isNxosJson },
  'nxos-inventory-json': { reads: 'facts', parse: parseNxosInventoryJson, recognizes: isNxosJson },
  'nxos-lldp-json': { reads: 'neighbors', parse: parseNxosLldpJson, recognizes: isNxosJson },
  'nxos-version': { reads: 'facts', parse: parseNxosVersion },
  'nxos-version-json': { reads: 'facts', parse: parseNxosVersionJson, recognizes: hasJsonKey('host_name') },
  'ocnos-version': { reads: 'facts', parse: parseOcnosVersion },
  'os-release': { reads: 'facts', parse: parseOsRelease },
  'panos-interfaces': { reads: 'addresses', parse: parsePanosInterfaces },
  'panos-lldp': { reads: 'neighbors', parse: parsePanosLldp },
  'panos-management': { reads: 'addresses', parse: parsePanosManagement },
  'panos-system': { reads: 'facts', parse: parsePanosSystem },
  'proc-uptime': { reads: 'facts', parse: parseProcUptime },
  'procurve-cdp-brief': { reads: 'neighbors', parse: parseProcurveCdpBrief },
  'procurve-cdp-detail': { reads: 'neighbors', parse: parseProcurveCdpDetail },
  'procurve-lldp-brief': { reads: 'neighbors', parse: parseProcurveLldpBrief },
  'procurve-lldp-detail': { reads: 'neighbors', parse: parseProcurveLldpDetail },
  'procurve-modules': { reads: 'facts', parse: parseProcurveModules },
  'procurve-system': { reads: 'facts', parse: parseProcurveSystem },
  'procurve-version': { reads: 'facts', parse: parseProcurveVersion },
  'routeros-neighbor': { reads: 'neighbors', parse: parseRouterosNeighbor },
  'routeros-neighbor-brief': { reads: 'neighbors', parse: parseRouterosNeighborBrief },
  'routeros-print': { reads: 'facts', parse: parseRouterosPrint },
  'smb-lldp-brief': { reads: 'neighbors', parse: parseSmbLldpBrief },
  'smb-system': { reads: 'facts', parse: parseSmbSystem },
  'smb-system-id': { reads: 'facts', parse: parseSmbSystemId },
  'smb-version': { reads: 'facts', parse: parseSmbVersion },
  'vrp-device': { reads: 'facts', parse: parseVrpDevice },
  'vrp-esn': { reads: 'facts', parse: parseVrpEsn },
  'vrp-lldp-brief': { reads: 'neighbors', parse: parseVrpLldpBrief },
  'vrp-manufacture-info': { reads: 'facts', parse: parseVrpManufactureInfo },
  'vsf-detail': { reads: 'facts', parse: parseVsfDetail },
  'vlan-table': { reads: 'vlans', parse: parseVlanTable },
  'vrp-vlans': { reads: 'vlans', parse: parseVrpVlans },
  'wlc-sysinfo': { reads: 'facts', parse: parseWlcSysinfo },
};
