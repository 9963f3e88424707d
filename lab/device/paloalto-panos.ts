import type { LabDevice } from '../network/blueprint.ts';
import { chassisMac } from './announcement.ts';
import { ERASE_LINE, type CliContext, type CliDialect } from './cli-context.ts';
import { panosLldp } from './panos-neighbors.ts';
import { panosUptime } from './uptime.ts';
import { panosInterfaces, panosManagement } from './own-listings.ts';

const WORDS = [
  'clear',
  'configure',
  'debug',
  'exit',
  'less',
  'ping',
  'quit',
  'request',
  'set',
  'show',
  'test',
];
const STATES: Readonly<Record<string, string>> = { 'PA-3400': '(active)' };

/** In a pair the prompt tells which of the two it is. */
const self = ({ name, entry }: LabDevice, username: string): string =>
  `${username}@${name}${STATES[entry.productId] ?? ''}`;

/** PAN-OS: a shell that draws its line anew with each key, `less` for a pager, and a prompt in `configure` of its own. */
export const PALOALTO_PANOS: CliDialect = {
  prompt: (device, username) => `${self(device, username)}> `,
  greeting: () => '\nNumber of failed attempts since last successful login: 0\n\n\n',
  pager: {
    text: (from, to, of) =>
      to < of
        ? `\u001b[7mlines ${from}-${to} \u001b[27m`
        : `\u001b[7mlines ${from}-${to}/${of} (END)\u001b[27m`,
    erase: ERASE_LINE,
    waitsAtEnd: true,
  },
  redraws: true,
  rejected: (line) => {
    const [first = ''] = line.trim().split(/\s+/);
    return WORDS.some((word) => word.startsWith(first))
      ? '\nInvalid syntax.\n'
      : `Unknown command: ${first}\n`;
  },
  leave: ['quit'],
  // The administrator's session stays behind (ytti/oxidized#872).
  leaveHalf: ['exit'],
  modes: {
    configure: {
      prompt: (device, username) => `[edit]\n${self(device, username)}# `,
      enters: 'Entering configuration mode\n',
      leave: ['exit', 'quit'],
      leaves: 'Exiting configuration mode\n',
      isDeaf: true,
    },
  },
  settings: {
    'set cli scripting-mode on': { does: 'plain' },
    'set cli pager off': { does: 'no-pages' },
    'set cli terminal width': { takesNumber: true, does: 'nothing' },
  },
  answers: {
    'show system info': systemInfo,
    'show lldp neighbors all': panosLldp,
    'show interface all': panosInterfaces,
    'show interface management': panosManagement,
  },
};

function systemInfo({ device }: CliContext): string {
  const { model, osVersion, image } = device.entry;
  const mac = chassisMac(device);
  return [
    `hostname: ${device.name}`,
    `ip-address: ${device.addresses[0] ?? ''}`,
    'public-ip-address: unknown',
    'netmask: 255.255.0.0',
    'default-gateway: 10.26.0.254',
    'ip-assignment: static',
    'ipv6-address: unknown',
    'ipv6-link-local-address: unknown',
    'ipv6-default-gateway: ',
    `mac-address: ${mac}`,
    'time: Fri Nov 20 09:00:00 2026',
    `uptime: ${panosUptime(device.uptimeMinutes)}`,
    `family: ${image}`,
    `model: ${model ?? ''}`,
    `serial: ${device.serials[0] ?? ''}`,
    'cloud-mode: non-cloud',
    `sw-version: ${osVersion}`,
    'global-protect-client-package-version: 0.0.0',
    'device-dictionary-version: 90-415',
    'app-version: 8780-8381',
    'app-release-date: 2023/11/17 01:14:36 GMT',
    'av-version: 4633-5151',
    'threat-version: 8780-8381',
    'wildfire-version: 0',
    'url-filtering-version: 20231120.20110',
    'logdb-version: 10.2.1',
    `platform-family: ${image}`,
    'vpn-disable-mode: off',
    'multi-vsys: off',
    'operational-mode: normal',
    'device-certificate-status: Valid',
    '',
    '',
  ].join('\n');
}
