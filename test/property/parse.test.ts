import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARSERS } from '../../shared/parse/parsers.ts';
import { repeated } from './repeated.ts';

const KEYS = Object.keys(PARSERS);
const parse = (key: string, text: string): unknown => PARSERS[key]?.parse(text);

/** Pieces of real outputs in any order: they reach further into a parser than random characters do. */
const FRAGMENTS = [
  'Device ID: ', 'Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID', 'Local Intf: Gi0/1',
  'Chassis id: ', 'System Description:', 'Management address(es):', '  IP address: ', 'Interface:    eth1, via: LLDP, ',
  '{"lldp":', '[{"interface":', '{}', ']}', 'NAME: "', 'DESCR: ', 'PID: ', 'SN: ', ' uptime is ', 'Version ', 'cisco x (',
  '2: eth0: ', 'inet ', '\x1b[', '\b', '\r', '\n', '--More--', '    ', ':', '1', 'é', '\u0000',
]; // prettier-ignore

const HEADER = 'Device ID   Local Intf Hold Capab Platform Port ID';
const HOSTILE = [
  'a', ' ', '-', '1', ':', '\n', '\x1b', '\x1b[1', '\b', '\r', '(', 'a ', '1 ', 'A1 ', '{', '[', '"', '\t-',
  'Device ID: \n', 'Chassis id: a\n', '\n\n1: e\n',
]; // prettier-ignore

describe.each(KEYS)('the parser %s', (key) => {
  it('never throws, and always gives a list or an object', () => {
    const pieces = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map((some) => some.join(''));
    // Lone surrogates, too. (fast-check's own strings of all code points take seconds to set up.)
    const units = fc.uint16Array({ maxLength: 60 }).map((some) => String.fromCharCode(...some));
    const bytes = fc.uint8Array({ maxLength: 2000 }).map((some) => Buffer.from(some).toString('latin1'));
    fc.assert(
      fc.property(fc.oneof(units, bytes, pieces), (text) => {
        expect(typeof parse(key, text)).toBe('object');
      }),
      { numRuns: 50 },
    );
  });

  // A pattern that is not linear takes minutes here: this test found one (`\r+\n` on a line of carriage returns).
  it('comes through a megabyte of the same', () => {
    // Each parser meets some of them at full length, and each of them some of the parsers.
    for (const [index, unit] of HOSTILE.entries()) {
      const hostile = repeated(unit, index + KEYS.indexOf(key));
      expect(typeof parse(key, `${HEADER}\n${hostile}`)).toBe('object');
    }
  });
});
