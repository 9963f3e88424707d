import type { InterfaceAddress, Vlan } from './collected.ts';

/** Facts that a device states about itself; every key is there only when the output states it. */
export interface Facts {
  readonly hostname?: string;
  readonly vendor?: string;
  readonly model?: string;
  readonly osVersion?: string;
  /** Of the device; in a stack, of every member. */
  readonly serials?: readonly string[];
  readonly uptimeSeconds?: number;
  /** The device's own LLDP chassis id or base MAC address. */
  readonly chassisIds?: readonly string[];
  readonly ports?: readonly DevicePort[];
}

/** A port that the device says it has. */
export interface DevicePort {
  readonly name: string;
  readonly mac?: string;
  readonly description?: string;
  readonly addresses?: readonly string[];
}

/** A thing with an identity, known by many addresses (aliases). */
export interface Device {
  readonly deviceId: string;
  readonly network: string;
  readonly name: string;
  readonly platform: string;
  readonly vendor?: string;
  readonly model?: string;
  readonly osVersion?: string;
  /** Of all visits together; `lastSerials` are those that the last visit read, in the device's own order. */
  readonly serials: readonly string[];
  readonly lastSerials?: readonly string[];
  readonly chassisIds: readonly string[];
  readonly addresses: readonly string[];
  readonly ports: readonly DevicePort[];
  readonly uptimeSeconds?: number;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly lastRunId: string;
  /** Commands that the device refused at its last visit, in every form that was tried: "unknown command" or the like. */
  readonly unsupported?: readonly string[];
  /** Of the last visit that collected them and read some. */
  readonly vlans?: readonly Vlan[];
  readonly interfaceAddresses?: readonly InterfaceAddress[];
  /** How many of them the device has besides, where its item had no room for all. */
  readonly notKept?: { readonly vlans?: number; readonly interfaceAddresses?: number };
  /** What was planned and what the device answered instead or as planned: where its next visit begins. */
  readonly answered?: Readonly<Record<string, string>>;
}
