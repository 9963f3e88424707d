import { alcatelAos } from './alcatel-aos.ts';
import { alliedTelesisAwplus } from './allied-telesis-awplus.ts';
import { aristaEos } from './arista-eos.ts';
import { arubaAoscx } from './aruba-aoscx.ts';
import { broadcomIcos } from './broadcom-icos.ts';
import { brocadeFastiron } from './brocade-fastiron.ts';
import { brocadeNetiron } from './brocade-netiron.ts';
import { cienaSaos } from './ciena-saos.ts';
import { ciscoAsa } from './cisco-asa.ts';
import { ciscoIos } from './cisco-ios.ts';
import { ciscoNxos } from './cisco-nxos.ts';
import { ciscoS300 } from './cisco-s300.ts';
import { ciscoWlc } from './cisco-wlc.ts';
import { ciscoXr } from './cisco-xr.ts';
import { fortinet } from './fortinet.ts';
import { hpComware } from './hp-comware.ts';
import { hpProcurve } from './hp-procurve.ts';
import { huaweiVrp } from './huawei-vrp.ts';
import { ipinfusionOcnos } from './ipinfusion-ocnos.ts';
import { juniperJunos } from './juniper-junos.ts';
import { linux } from './linux.ts';
import { mikrotikRouteros } from './mikrotik-routeros.ts';
import { paloaltoPanos } from './paloalto-panos.ts';
import type { Platform } from './platform.ts';

/**
 * Every platform. The order is the precedence of detection: the first one whose patterns match wins, so the telling
 * ones stand first and `linux`, which many vendors' texts mention, stands last. How to add one: docs/platforms.md.
 */
export const PLATFORMS: readonly Platform[] = [
  mikrotikRouteros,
  fortinet,
  ciscoS300,
  arubaAoscx,
  paloaltoPanos,
  ciscoAsa,
  ciscoWlc,
  juniperJunos,
  ciscoXr,
  aristaEos,
  ciscoNxos,
  ciscoIos,
  hpComware,
  huaweiVrp,
  hpProcurve,
  alcatelAos,
  alliedTelesisAwplus,
  broadcomIcos,
  brocadeNetiron,
  brocadeFastiron,
  cienaSaos,
  ipinfusionOcnos,
  linux,
];

/** The platform with this id, compared without case; null where there is none. */
export function findPlatform(id: string): Platform | null {
  const wanted = id.trim().toLowerCase();
  return PLATFORMS.find((platform) => platform.id === wanted) ?? null;
}
