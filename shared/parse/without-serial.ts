/**
 * A CDP device id without the serial number that NX-OS appends: `dc-lf03(SAL19069XXX)` is `dc-lf03`. A device id that
 * is nothing but brackets stays as it is.
 */
export function withoutSerial(deviceId: string): string {
  const open = deviceId.lastIndexOf('(');
  if (open < 1 || !deviceId.endsWith(')')) return deviceId;
  const inside = deviceId.slice(open + 1, -1);
  return /^[A-Za-z0-9*._-]{4,64}$/.test(inside) ? deviceId.slice(0, open).trimEnd() : deviceId;
}
