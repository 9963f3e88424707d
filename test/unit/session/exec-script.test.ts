import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildScript, isComplete, readSections, scriptTag } from '../../../shared/session/exec-script.ts';

const TAG = scriptTag('127.0.0.1:50000', 1_700_000_000_000);
const sh = (script: string): string => execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' });

describe('a script for an exec channel', () => {
  test('gives each command its output, both streams joined, and its status', () => {
    const commands = ['echo one', 'ls /does-not-exist', 'printf no-newline', 'no-such-command-here', 'true'];
    const text = sh(buildScript(commands, TAG));
    const sections = readSections(text, commands.length, TAG);
    expect(sections.map(({ status }) => status)).toEqual([0, 2, 0, 127, 0]);
    expect(sections[0]?.output).toBe('one\n');
    expect(sections[1]?.output).toContain('does-not-exist');
    expect(sections[2]?.output).toBe('no-newline\n');
    expect(sections[4]?.output).toBe('');
    expect(isComplete(text.slice(-4096), commands.length, TAG)).toBe(true);
  });

  test('finds commands in /usr/sbin', () => {
    const [section] = readSections(sh(buildScript(['echo "$PATH"'], TAG)), 1, TAG);
    expect(section?.output.trim().split(':')).toContain('/usr/sbin');
  });

  test('reads the same sections whatever the commands print', () => {
    const text = fc.string({ maxLength: 60 }).filter((each) => !each.includes(TAG));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), (outputs) => {
        const whole = outputs
          .map((output, index) => `NETWALKER-${TAG}-${index}\n${output}NETWALKER-${TAG}-${index}-END 0\n`)
          .join('');
        const sections = readSections(`Welcome\n${whole}`, outputs.length, TAG);
        expect(sections.map(({ output }) => output.replace(/\n$/, ''))).toEqual(
          outputs.map((output) => output.replace(/\n$/, '')),
        );
        expect(sections.every(({ status }) => status === 0)).toBe(true);
      }),
    );
  });

  test('has no status for what did not come to its end', () => {
    const sections = readSections(`NETWALKER-${TAG}-0\npart of it`, 2, TAG);
    expect(sections).toEqual([
      { output: 'part of it\n', status: null },
      { output: '', status: null },
    ]);
  });
});
