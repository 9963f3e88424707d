import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../shared/parse/addresses.ts';
import { cleanLines } from '../../../shared/parse/clean.ts';
import { outputLines } from '../../../shared/parse/lines.ts';
import { stated } from '../../../shared/parse/stated.ts';
import { uptimeSeconds } from '../../../shared/parse/uptime.ts';
import { withoutSerial } from '../../../shared/parse/without-serial.ts';

describe('cleaning', () => {
  it('removes escapes, NUL and CRLF', () => {
    expect(cleanLines('\x1b[24;1H\x1b[2Ka\x00b\r\r\n\x1b]0;title\x07c\x1bEd')).toEqual(['ab', 'c', 'd']);
  });

  it('applies the backspaces and carriage returns with which a pager erases its prompt', () => {
    const erased = ' --More-- ' + '\b'.repeat(10) + ' '.repeat(10) + '\b'.repeat(10);
    expect(cleanLines(`a\n${erased}  b\n--More--\r        \r  c`)).toEqual(['a', '  b', '  c']);
  });

  it.each([
    ' --More-- ',
    '<--- More --->',
    '---(more 45%)---',
    '  ---- More ----',
    '-- MORE --, next page: Space, quit: Control-C',
  ])('drops the pager prompt %j that was not erased', (prompt) => {
    expect(cleanLines(`a\n${prompt}\nb`)).toEqual(['a', 'b']);
  });

  it('drops prompt, echo and time stamps around an output', () => {
    const text = 'r1# show lldp neighbors\nTue Nov 24 00:20:01.123 UTC\nbody: 1\n\nr1#';
    expect(outputLines(text)).toEqual(['body: 1']);
  });
});

describe('values', () => {
  it.each([
    '',
    ' - ',
    '--',
    'null',
    '(null)',
    'N/A',
    'not advertised',
    '[not advertised]',
    '- not advertised',
    '""',
  ])('states nothing for %j', (text) => {
    expect(stated(text)).toBeNull();
  });

  it('takes IP addresses only', () => {
    const words = [
      '192.0.2.1',
      '192.0.2.1/24',
      'fe80::1%eth0',
      '10.x.1.1',
      '300.1.1.1',
      '0.0.0.0',
      '::',
      '0011.2233.4455',
    ];
    expect(words.map(readAddress)).toEqual([
      '192.0.2.1',
      '192.0.2.1',
      'fe80::1',
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['1 year, 1 week, 1 day, 1 hour, 1 minute', 31_536_000 + 604_800 + 86_400 + 3600 + 60],
    ['11 day(s), 01 hour(s), 57 minute(s), 02 second(s)', 957_422],
    ['5w3d12h', 5 * 604_800 + 3 * 86_400 + 12 * 3600],
    ['20 days, 3:04:05', 20 * 86_400 + 3 * 3600 + 4 * 60 + 5],
    ['never', undefined],
  ])('reads the uptime %j', (text, seconds) => {
    expect(uptimeSeconds(text)).toBe(seconds);
  });

  it('takes a serial number off a device id, and nothing else', () => {
    expect(['leaf(SAL19069XXX)', 'leaf', '(SAL19069XXX)', 'leaf (a b)'].map(withoutSerial)).toEqual([
      'leaf',
      'leaf',
      '(SAL19069XXX)',
      'leaf (a b)',
    ]);
  });
});
