/** `LLDP`, `CDPv1`, `CDPv2`; null for the other protocols that lldpd reads (EDP, FDP, SONMP). */
export function lldpcliProtocol(via: string): 'cdp' | 'lldp' | null {
  if (/^cdp/i.test(via)) return 'cdp';
  return /^lldp$/i.test(via) ? 'lldp' : null;
}

/** lldpd writes a CDP neighbor's platform and version into one description: `cisco WS-C2960 running on\nCisco IOS ...`. */
export function cdpDescription(
  text: string | undefined,
): { platform: string; description: string } | undefined {
  const at = text?.search(/ running on\s/) ?? -1;
  if (text === undefined || at < 1) return undefined;
  return { platform: text.slice(0, at), description: text.slice(at + ' running on'.length).trim() };
}
