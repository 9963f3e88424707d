import { describe, expect, test } from 'vitest';
import { ANY_PAGER, pagerKey, VTY_EXHAUSTED } from '../../../shared/session/hints.ts';

describe('a pager of an unknown platform', () => {
  test.each([
    ' --More-- ',
    '--More--',
    '<--- More --->',
    '---- More ----',
    '-- MORE --, next page: Space, next line: Enter, quit: q',
    '---(more)---',
    '---(more 45%)---',
    'lines 1-23 ',
    'lines 24-30/30 (END) ',
  ])('is known by "%s"', (line) => {
    expect(ANY_PAGER.test(line)).toBe(true);
  });

  test.each(['netops@fw-1(active)>', 'there are more lines 1-23', 'ios-01#'])('is not "%s"', (line) => {
    expect(ANY_PAGER.test(line)).toBe(false);
  });
});

describe('a pager', () => {
  test.each([
    ['lines 24-46/46 (END)', 'q'],
    ['(END) ', 'q'],
    ['lines 1-23 ', ' '],
    ['---- More ----', ' '],
    ['a name that ends (END) here', ' '],
  ])('that shows "%s" is answered with "%s"', (line, key) => {
    expect(pagerKey(line)).toBe(key);
  });
});

test.each([
  ['The max number of VTY users is 10, and the number\nof current VTY users on line is 1.', false],
  ['Error: The max number of VTY users reached.', true],
  ['maximum number of sessions', true],
])('"%s": taken for a device without a free line: %s', (text, isTaken) => {
  expect(VTY_EXHAUSTED.test(text)).toBe(isTaken);
});
