import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../../shared/platform/platforms.ts';
import { isReadable, parseOutput } from '../../../shared/steps/parse-output.ts';

describe('parseOutput', () => {
  it('refuses an unknown platform and lists the known ones', () => {
    const known = PLATFORMS.map(({ id }) => id).sort();
    expect(() => parseOutput('cisco_iox', 'show version', '')).toThrow(
      `Unknown platform "cisco_iox". Use one of: ${known.join(', ')}.`,
    );
  });

  it('refuses an unknown command and lists the known ones', () => {
    expect(() => parseOutput('cisco_ios', 'show clock', '')).toThrow(
      /^No parser for the command "show clock" of cisco_ios\. Use one of: "show version", /,
    );
  });

  it('compares commands without case and repeated blanks', () => {
    expect(parseOutput('Cisco_IOS', ' Show  CDP neighbors ', '')).toEqual({ neighbors: [] });
    expect(parseOutput('linux', 'uname -n', 'node-1\n')).toEqual({ facts: { hostname: 'node-1' } });
  });

  it('tells where an output is not in the format of its command', () => {
    const command = 'lldpcli -f json0 show neighbors';
    expect(isReadable('linux', command, '{"lldp": [{}]}')).toBe(true);
    expect(isReadable('linux', command, 'sh: 1: lldpcli: not found')).toBe(false);
    expect(isReadable('cisco_ios', 'show version', 'anything')).toBe(true);
  });
});
