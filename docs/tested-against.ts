/** How far a platform was tried. */
export interface Tried {
  /** Real outputs of the corpus: neighbors, facts. */
  readonly corpus: readonly [neighbors: number, facts: number];
  /** What whole sessions were held with; without it, prompts, paging and exit follow documentation. */
  readonly sessions?: string;
}

const LAB = 'the lab';

/** A test counts the corpus, where it is there, and holds this against it. */
export const TESTED_AGAINST: Readonly<Record<string, Tried>> = {
  alcatel_aos: { corpus: [2, 2] },
  allied_telesis_awplus: { corpus: [1, 1] },
  arista_eos: { corpus: [2, 7], sessions: LAB },
  aruba_aoscx: { corpus: [1, 3], sessions: LAB },
  broadcom_icos: { corpus: [2, 4] },
  brocade_fastiron: { corpus: [2, 1] },
  brocade_netiron: { corpus: [1, 0] },
  ciena_saos: { corpus: [1, 0] },
  cisco_asa: { corpus: [0, 7] },
  cisco_ios: { corpus: [18, 10], sessions: LAB },
  cisco_nxos: { corpus: [10, 13], sessions: LAB },
  cisco_s300: { corpus: [1, 4] },
  cisco_wlc_ssh: { corpus: [1, 3] },
  cisco_xr: { corpus: [3, 12], sessions: LAB },
  fortinet: { corpus: [1, 7] },
  hp_comware: { corpus: [3, 6], sessions: LAB },
  hp_procurve: { corpus: [3, 3] },
  huawei_vrp: { corpus: [3, 6], sessions: LAB },
  ipinfusion_ocnos: { corpus: [1, 0] },
  juniper_junos: { corpus: [1, 11], sessions: LAB },
  linux: { corpus: [0, 1], sessions: `${LAB}, OpenSSH and lldpd` },
  mikrotik_routeros: { corpus: [2, 6] },
  paloalto_panos: { corpus: [2, 1], sessions: LAB },
};
