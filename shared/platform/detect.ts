import type { Detection, Platform } from './platform.ts';
import { PLATFORMS } from './platforms.ts';

/**
 * Which platform a text points to. The caller asks in this order and takes the first answer: `--platform`, the
 * neighbor's hint (`detectFromTold`), the SSH ident (`detectFromIdent`), the prompt (`detectFromPrompt`), what the first
 * command printed (`detectFromOutput`). What the device itself printed overrules every hint. Among platforms, the
 * order of `PLATFORMS` decides. Texts are cut at 8,192 characters.
 */
const TEXT_LIMIT = 8192;

/** From the SSH identification line, e.g. `SSH-2.0-Cisco-1.25`. */
export const detectFromIdent = (ident: string): Platform | null => detect('ident', ident.trim());

/** From what a neighbor told: CDP platform, CDP version text or LLDP system description. */
export const detectFromTold = (text: string): Platform | null => detect('told', text.trim());

/** From a prompt, where it is telling (`user@host:~$`). */
export const detectFromPrompt = (prompt: string): Platform | null => detect('prompt', prompt.trim());

/** From what the first command printed (`show version`, a banner, `uname -a`). */
export const detectFromOutput = (text: string): Platform | null => detect('output', text);

/** From the ident of a device that refused a shell: whose commands are worth one try in an exec channel. */
export const detectBehindRefusal = (ident: string): Platform | null => detect('refusedShell', ident.trim());

function detect(by: keyof Detection, text: string): Platform | null {
  const bounded = text.slice(0, TEXT_LIMIT);
  const points = (pattern: RegExp): boolean => pattern.test(bounded);
  return PLATFORMS.find((platform) => platform.detect[by]?.some(points)) ?? null;
}
