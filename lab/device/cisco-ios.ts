import { CISCO_LEAVE, CISCO_SETTINGS } from './cisco-settings.ts';
import { overwrite, type CliContext, type CliDialect } from './cli-context.ts';
import { iosCdpDetail, iosCdpTable, iosLldpDetail, iosLldpTable } from './ios-neighbors.ts';
import { iosShowVersion } from './ios-show-version.ts';
import { iosIpBrief, iosIpv6Brief, iosVlanBrief } from './interface-listings.ts';

const MORE = ' --More-- ';

export const CISCO_IOS: CliDialect = {
  pager: { text: () => MORE, erase: overwrite(MORE.length) },
  leave: CISCO_LEAVE,
  settings: CISCO_SETTINGS,
  clearsLine: /^cl(?:ear)? line vty (\d{1,3})$/i,
  confirms: true,
  rejected: (_line, promptLength) =>
    `${' '.repeat(promptLength)}^\n% Invalid input detected at '^' marker.\n\n`,
  answers: {
    'show version': iosShowVersion,
    // The star: no time server vouches for it.
    'show clock': () => '*09:00:07.412 UTC Fri Nov 20 2026\n',
    'show cdp neighbors': iosCdpTable,
    'show cdp neighbors detail': iosCdpDetail,
    'show lldp neighbors': iosLldpTable,
    'show lldp neighbors detail': iosLldpDetail,
    'show inventory': inventory,
    'show vlan brief': iosVlanBrief,
    'show ip interface brief': iosIpBrief,
    'show ipv6 interface brief': iosIpv6Brief,
    'show users': users,
    'show tcp brief': tcpBrief,
  },
};

function inventory({ device }: CliContext): string {
  const { productId } = device.entry;
  const parts = device.serials.map(
    (serial, n) =>
      `NAME: "Switch ${n + 1}", DESCR: "${productId}"\nPID: ${productId.padEnd(18)}, VID: V02  , SN: ${serial}\n\n`,
  );
  return parts.join('');
}

function tcpBrief({ device, connections }: CliContext): string {
  const local = `${device.addresses[0] ?? ''}.22`;
  const rows = connections().map(
    ({ address, port }, n) =>
      `${(0x7f10_0000 + n * 0x1a40).toString(16).toUpperCase()}  ${local.padEnd(26)} ${`${address}.${port}`.padEnd(26)}ESTAB`,
  );
  return ['TCB       Local Address               Foreign Address             (state)', ...rows, ''].join(
    '\n',
  );
}

function users({ lines }: CliContext): string {
  const rows = lines().map(
    ({ number, username, from, own }) =>
      `${own ? '*' : ' '} ${String(number + 1).padStart(2)} vty ${String(number).padEnd(5)} ${username.padEnd(10)} idle                 00:00:00 ${from}`,
  );
  return ['    Line       User       Host(s)              Idle       Location', ...rows, '', ''].join('\n');
}
