import type { Kind } from '../network/kind.ts';
import { ARISTA_EOS } from './arista-eos.ts';
import { ARUBA_AOSCX } from './aruba-aoscx.ts';
import { CISCO_IOS } from './cisco-ios.ts';
import { CISCO_NXOS } from './cisco-nxos.ts';
import { CISCO_XR } from './cisco-xr.ts';
import type { CliDialect } from './cli-context.ts';
import { JUNIPER_JUNOS } from './juniper-junos.ts';

/** The CLI of a kind; Linux has a shell of its own. */
export function dialectOf(kind: Exclude<Kind, 'linux'>): CliDialect {
  return DIALECTS[kind];
}

const DIALECTS: Readonly<Record<Exclude<Kind, 'linux'>, CliDialect>> = {
  cisco_ios: CISCO_IOS,
  cisco_nxos: CISCO_NXOS,
  cisco_xr: CISCO_XR,
  arista_eos: ARISTA_EOS,
  juniper_junos: JUNIPER_JUNOS,
  aruba_aoscx: ARUBA_AOSCX,
};
