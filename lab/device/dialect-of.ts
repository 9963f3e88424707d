import type { CatalogEntry } from '../network/catalog.ts';
import type { Kind } from '../network/kind.ts';
import { ARISTA_EOS } from './arista-eos.ts';
import { ARUBA_AOSCX } from './aruba-aoscx.ts';
import { CISCO_IOS } from './cisco-ios.ts';
import { CISCO_NXOS } from './cisco-nxos.ts';
import { CISCO_XR } from './cisco-xr.ts';
import type { CliDialect } from './cli-context.ts';
import { COMWARE_5, HP_COMWARE } from './hp-comware.ts';
import { HUAWEI_VRP } from './huawei-vrp.ts';
import { isSwitch, JUNIPER_JUNOS, JUNOS_ROUTER } from './juniper-junos.ts';
import { PALOALTO_PANOS } from './paloalto-panos.ts';

type CliKind = Exclude<Kind, 'linux'>;

/** The CLI of a device; Linux has a shell of its own. */
export function dialectOf(entry: CatalogEntry & { readonly kind: CliKind }): CliDialect {
  if (entry.kind === 'hp_comware' && entry.legacy) return COMWARE_5;
  if (entry.kind === 'juniper_junos' && !isSwitch(entry)) return JUNOS_ROUTER;
  return DIALECTS[entry.kind];
}

const DIALECTS: Readonly<Record<CliKind, CliDialect>> = {
  cisco_ios: CISCO_IOS,
  cisco_nxos: CISCO_NXOS,
  cisco_xr: CISCO_XR,
  arista_eos: ARISTA_EOS,
  juniper_junos: JUNIPER_JUNOS,
  aruba_aoscx: ARUBA_AOSCX,
  hp_comware: HP_COMWARE,
  huawei_vrp: HUAWEI_VRP,
  paloalto_panos: PALOALTO_PANOS,
};
