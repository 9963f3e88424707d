import stringWidth from 'string-width';

/** Of this text every character takes one cell: most of a table is such text, and a segmenter would cost a hundred times as much. */
const PLAIN = /^[ -~]*$/;

/** How many cells of a terminal a text takes: two for a wide character (CJK, emoji), none for a combining one. */
export const textWidth = (text: string): number =>
  PLAIN.test(text) ? text.length : stringWidth(text, { countAnsiEscapeCodes: true });
