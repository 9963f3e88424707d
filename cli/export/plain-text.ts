import { safeText } from '../render/safe-text.ts';

/** XML 1.0 (section 2.2) has no character for these two, and no escape either. */
const NOT_IN_XML = /[\ufffe\uffff]/g;

/**
 * A device's text for a file that people open: what could act on a terminal, hide or reorder what is read, or cannot stand in XML is
 * `�`. Each format escapes what is left in its own way. JSON alone keeps every character.
 */
export const plainText = (text: string): string => safeText(text).replace(NOT_IN_XML, '\ufffd');
