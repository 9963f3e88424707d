/** What all devices of a kind share, whatever the model. */
export interface KindTraits {
  /** As the product has to name it. */
  readonly vendor: string;
  /** The first three bytes of its MAC addresses. */
  readonly macPrefix: string;
  /** What its serial numbers begin with. */
  readonly serialSite: string;
  readonly speaksCdp: boolean;
}

export const KINDS = {
  cisco_ios: { vendor: 'Cisco', macPrefix: '706d15', serialSite: 'FCW', speaksCdp: true },
  cisco_nxos: { vendor: 'Cisco', macPrefix: 'a4530e', serialSite: 'FDO', speaksCdp: true },
  // With lldpd, which can speak CDP.
  linux: { vendor: 'Debian', macPrefix: '525400', serialSite: '', speaksCdp: true },
  cisco_xr: { vendor: 'Cisco', macPrefix: '08ecf5', serialSite: 'FOC', speaksCdp: true },
  arista_eos: { vendor: 'Arista', macPrefix: '001c73', serialSite: 'JPE', speaksCdp: false },
  juniper_junos: { vendor: 'Juniper', macPrefix: '2c6bf5', serialSite: 'XH', speaksCdp: false },
  aruba_aoscx: { vendor: 'Aruba', macPrefix: '88b6ee', serialSite: 'SG', speaksCdp: false },
  hp_comware: { vendor: 'HPE', macPrefix: '40b93c', serialSite: 'CN', speaksCdp: false },
  huawei_vrp: { vendor: 'Huawei', macPrefix: '48db50', serialSite: '2102', speaksCdp: false },
  paloalto_panos: {
    vendor: 'Palo Alto Networks',
    macPrefix: '08306b',
    serialSite: '0218',
    speaksCdp: false,
  },
} as const satisfies Record<string, KindTraits>;

export type Kind = keyof typeof KINDS;
