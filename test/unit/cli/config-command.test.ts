import { describe, expect, it } from 'vitest';
import { commandLine } from '../../helpers/command-line.ts';

const config = (...args: string[]) => commandLine(['config', ...args]);

describe('netwalker config', () => {
  it.each([
    ['a seed that is no address', ['--seed', '010.1.1.1', '--scope', '10.0.0.0/8'], '010.1.1.1'],
    ['such a seed without a scope', ['--seed', '010.1.1.1'], '010.1.1.1'],
    [
      'a seed outside the scope',
      ['--seed', '192.0.2.1', '--scope', '10.0.0.0/8'],
      'netwalker: the seed 192.0.2.1 is outside the scope: ',
    ],
    ['a platform that there is not', ['--platform', 'nope'], 'netwalker: the platform nope is not known'],
    ['a scope that is none', ['--scope', 'nowhere'], 'nowhere": not a CIDR'],
  ])('refuses %s, as discover does', async (_, args, message) => {
    const { code, stdout, stderr } = await config(...args);
    expect({ code, stdout: stdout.toString() }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each([
    ['nothing at all', []],
    ['seeds without a scope', ['--seed', '10.0.0.1', '--seed', '2001:db8::1']],
    ['a scope without seeds', ['--scope', '10.0.0.0/8', '--platform', 'cisco_ios']],
  ])('prints what is in force with %s', async (_, args) => {
    const { code, stdout } = await config(...args);
    expect(code).toBe(0);
    expect(stdout.toString()).toContain('concurrency');
  });
});
