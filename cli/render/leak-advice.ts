import type { SessionRecord } from '../../shared/model/session-record.ts';

/** How an operator finds the line that a leaked session may still hold. */
export function leakAdvice(session: SessionRecord): string {
  const { username, address, localAddress, localPort, deviceName } = session;
  const from = localAddress === undefined ? '' : ` from ${localAddress}:${localPort}`;
  return (
    `on ${deviceName ?? address}, look for the line of ${username}${from}: show users, then clear line vty N (IOS, NX-OS), ` +
    'show system users (Junos), who (Linux); or wait for its idle timeout'
  );
}
