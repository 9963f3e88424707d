/** Capabilities that have a blank in them where a listing separates them by blanks: 802.1AB table 8-4 as Junos spells it. */
const WITH_BLANKS =
  /WLAN Access Point|DOCSIS Cable Device|Station Only|Customer Bridge|Service Bridge|Two-port MAC Relay/gi;

/** `Bridge WLAN Access Point Router Station Only`: the capabilities of a list that blanks separate. */
export function capabilityWords(text: string): string[] {
  return text
    .replace(WITH_BLANKS, (words) => words.replaceAll(' ', '\u0000'))
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) => word.replaceAll('\u0000', ' '));
}
