/** What a run may read beyond facts and neighbors, where it asks for it: each is one more command. */
export const COLLECTORS = ['vlans', 'addresses'] as const;
export type CollectorName = (typeof COLLECTORS)[number];

export interface Vlan {
  /** 1 to 4094. */
  readonly id: number;
  readonly name?: string;
}

/** An address that the device has on one of its interfaces. */
export interface InterfaceAddress {
  /** As printed. */
  readonly port: string;
  /** `10.0.0.1/24`; without the length where the device does not tell it. */
  readonly address: string;
}
