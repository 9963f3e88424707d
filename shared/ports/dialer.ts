import type { Socket } from 'node:net';

/** Turns an address of the network into a socket. The lab's dialer maps real-looking addresses to loopback ports. */
export interface Dialer {
  /** A socket that is connecting. */
  connect(address: string, port: number): Socket;
}
