/** A line in use on a device, as one row of its listing says. */
export interface DeviceLine {
  /** What the clearing command takes: `0` for vty 0, a process id on Linux. */
  readonly line: string;
  readonly user: string;
  /** Where it came from; null where the listing does not say. */
  readonly from: string | null;
  /** The line that asks. */
  readonly isOwn: boolean;
}

/** An established TCP connection to the device, by its far end. */
export interface DeviceConnection {
  readonly localPort: number;
  readonly address: string;
  readonly port: number;
}
