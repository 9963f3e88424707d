import type { Target } from '../model/target.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { HostKeyVerdict } from '../session/session.ts';
import { targetIdOf } from '../topology/address.ts';

/**
 * Trust on first use: an address that was never seen has its key pinned; one that shows another key than the pinned one is
 * refused before any password is sent. A store that cannot answer refuses as well.
 */
export function hostKeyCheck(
  ports: { readonly store: Store; readonly clock: Clock },
  network: string,
  target: Pick<Target, 'address' | 'port'>,
): (key: { readonly fingerprint: string; readonly algorithm: string }) => Promise<HostKeyVerdict> {
  const { address, port } = target;
  return async (key) => {
    const pinned = await ports.store.pinHostKey({
      network,
      address,
      port,
      ...key,
      pinnedAt: ports.clock.now(),
    });
    if (pinned.fingerprint === key.fingerprint) return { trusted: true };
    const since = new Date(pinned.pinnedAt).toISOString();
    return {
      trusted: false,
      reason:
        `the host key of ${address} is ${key.fingerprint}, and ${pinned.fingerprint} is pinned since ${since}: no password was sent. ` +
        `If the device was replaced or re-keyed: netwalker hostkeys --forget ${targetIdOf(address, port, 22)}`,
    };
  };
}
