import { describe, expect, test } from 'vitest';
import { ANY_PAGER } from '../../../shared/session/hints.ts';

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
