export interface LabStats {
  /** TCP connections that were accepted. */
  readonly accepted: number;
  /** Accepted and not closed on the device's side. */
  readonly open: number;
  readonly closed: number;
  readonly authenticated: number;
  /** Passwords that were refused. */
  readonly refused: number;
  /** Most that were open at once, in the whole lab and on any one device. */
  readonly peak: number;
  readonly perDevicePeak: number;
  /** Most lines that were in use at once on any one device: sessions that had logged in. */
  readonly perDeviceLinesPeak: number;
}

/** Counts connections from TCP accept to the socket's close on the device's side, so that a leak shows. */
export class Tally {
  #accepted = 0;
  #closed = 0;
  #authenticated = 0;
  #refused = 0;
  #linesPeak = 0;
  #peak = 0;
  #perDevicePeak = 0;
  readonly #open = new Map<string, number>();

  accepted(device: string): void {
    this.#accepted += 1;
    const open = this.openOn(device) + 1;
    this.#open.set(device, open);
    this.#peak = Math.max(this.#peak, this.open);
    this.#perDevicePeak = Math.max(this.#perDevicePeak, open);
  }

  refused(): void {
    this.#refused += 1;
  }

  /** A login was taken; `lines` are in use on its device now, this one counted. */
  authenticated(lines: number): void {
    this.#authenticated += 1;
    this.#linesPeak = Math.max(this.#linesPeak, lines);
  }

  closed(device: string): void {
    this.#closed += 1;
    const open = this.openOn(device) - 1;
    if (open === 0) this.#open.delete(device);
    else this.#open.set(device, open);
  }

  get open(): number {
    return this.#accepted - this.#closed;
  }

  openOn(device: string): number {
    return this.#open.get(device) ?? 0;
  }

  openByDevice(): Record<string, number> {
    return Object.fromEntries(this.#open);
  }

  stats(): LabStats {
    return {
      accepted: this.#accepted,
      open: this.open,
      closed: this.#closed,
      authenticated: this.#authenticated,
      refused: this.#refused,
      peak: this.#peak,
      perDevicePeak: this.#perDevicePeak,
      perDeviceLinesPeak: this.#linesPeak,
    };
  }
}
