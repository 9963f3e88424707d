import type { LabDevice } from '../network/blueprint.ts';
import { ERASE_LINE, type CliDialect } from './cli-context.ts';
import { junosHardware, junosHardwareJson, junosUptime, junosUptimeJson } from './junos-chassis.ts';
import {
  junosLldpDetail,
  junosLldpDetailJson,
  junosLldpOn,
  junosLldpOnJson,
} from './junos-neighbor-details.ts';
import { junosLldpJson, junosLldpTable } from './junos-neighbors.ts';
import { junosVersion, junosVersionJson } from './junos-version.ts';
import { junosTerse, junosVlans } from './own-listings.ts';

const DISABLED_COMPLETION = 'Disabling complete-on-space\n';

/** Junos in operational mode: no enable, `| display json` behind every command. */
export const JUNOS_ROUTER: CliDialect = {
  prompt: ({ name, entry }, username) => `\n${roleLine(entry)}${username}@${name}> `,
  greeting: ({ entry }) =>
    `--- JUNOS ${entry.osVersion} ${entry.legacy ? 'built 2018-11-20 08:12:11 UTC' : 'Kernel 64-bit  JNPR-11.0-20230127'}\n`,
  pager: {
    text: (_from, to, of) => (to < of ? `---(more ${Math.floor((100 * to) / of)}%)---` : '---(more)---'),
    erase: ERASE_LINE,
  },
  rejected: (line, promptLength) => {
    const word = line.search(/\S+\s*$/);
    return `${' '.repeat(promptLength + Math.max(0, word))}^\nsyntax error, expecting <command>.\n`;
  },
  leave: ['exit', 'quit'],
  settings: {
    'set cli screen-length': {
      takesNumber: true,
      does: 'length',
      says: (n) => `Screen length set to ${n}\n`,
    },
    'set cli screen-width': {
      takesNumber: true,
      does: 'nothing',
      says: (n) => `Screen width set to ${n}\n`,
    },
    'set cli complete-on-space off': { does: 'nothing', says: () => DISABLED_COMPLETION },
  },
  answers: {
    'show version': junosVersion,
    'show version | display json': junosVersionJson,
    'show chassis hardware': junosHardware,
    'show chassis hardware | display json': junosHardwareJson,
    'show interfaces terse': junosTerse,
    'show system uptime': junosUptime,
    'show system uptime | display json': junosUptimeJson,
    'show lldp neighbors': junosLldpTable,
    'show lldp neighbors | display json': junosLldpJson,
    'show lldp neighbors detail': junosLldpDetail,
    'show lldp neighbors detail | display json': junosLldpDetailJson,
  },
  portAnswers: {
    'show lldp neighbors interface {port}': junosLldpOn,
    'show lldp neighbors interface {port} | display json': junosLldpOnJson,
  },
  // Only some have it: the others tell an address for one interface at a time.
  lacks: ({ entry }) =>
    entry.productId.startsWith('QFX')
      ? []
      : ['show lldp neighbors detail', 'show lldp neighbors detail | display json'],
};

/** A switch has VLANs of its own. */
export const JUNIPER_JUNOS: CliDialect = {
  ...JUNOS_ROUTER,
  answers: { ...JUNOS_ROUTER.answers, 'show vlans': junosVlans },
};

/** A router with one routing engine has no role to tell. */
const roleLine = (entry: LabDevice['entry']): string => (isSwitch(entry) ? '{master:0}\n' : '');

export const isSwitch = ({ productId }: LabDevice['entry']): boolean => !productId.startsWith('MX');
