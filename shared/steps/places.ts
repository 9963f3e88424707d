import type { Store } from '../ports/store.ts';

/**
 * What a session to an address takes for itself: the device, where an earlier visit has told which one it is, and the address. The
 * device first: who holds it may be at another of its addresses; and in one order for all, so that nobody waits in a circle. An address
 * is the same in every network, a device is not.
 */
export async function placesOf(
  store: Store,
  network: string,
  { address, port }: { readonly address: string; readonly port: number },
): Promise<readonly string[]> {
  const deviceId = await store.getAlias(network, `address:${address}`);
  const place = `${address} ${port}`;
  return deviceId === null ? [place] : [`${network} ${deviceId}`, place];
}

export const lineOwner = (runId: string, requestId: string): string => `${runId} ${requestId}`;
