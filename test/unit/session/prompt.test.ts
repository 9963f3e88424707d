import { describe, expect, test } from 'vitest';
import { isPromptShaped, learnPrompt, matchesPrompt, nameOfPrompt } from '../../../shared/session/prompt.ts';

describe('a prompt', () => {
  test.each([
    ['R1>', 'R1'],
    ['R1#', 'R1'],
    ['R1(config)#', 'R1'],
    ['core-sw.example# ', 'core-sw.example'],
    ['RP/0/RSP0/CPU0:XR1#', 'XR1'],
    ['admin@fw-1(active)>', 'fw-1'],
    ['user@host:~$ ', 'host'],
    ['[root@h ~]#', 'h'],
    ['<H3C>', 'H3C'],
    ['A:SR1#', 'SR1'],
    ['(Cisco Controller) >', 'Cisco'],
  ])('%s is shaped like one and names %s', (prompt, name) => {
    expect(isPromptShaped(prompt)).toBe(true);
    expect(nameOfPrompt(prompt)).toBe(name);
  });

  test.each(['', '   ', 'Password:', 'R1#show version', `${'x'.repeat(200)}#`, 'R1#    '])(
    '%j is not shaped like one',
    (line) => {
      expect(isPromptShaped(line)).toBe(false);
    },
  );

  test.each([
    ['R1#', 'R1(config-if)#'],
    ['R1>', 'R1#'],
    ['a-very-long-hostname-indeed#', 'a-very-long-hostna(config)#'],
    ['sw1#', 'sw1(s1)#'],
    ['user@host:~$', 'user@host:~$ '],
  ])('%s is found again as %s', (first, later) => {
    expect(matchesPrompt(later, learnPrompt(first))).toBe(true);
  });

  test.each([
    ['R1#', 'R2#'],
    ['R1#', 'R1#show version'],
    ['R1#', `R1${'x'.repeat(100)}#`],
    ['#', 'text#'],
  ])('%s is not found again in %s', (first, later) => {
    expect(matchesPrompt(later, learnPrompt(first))).toBe(false);
  });
});
