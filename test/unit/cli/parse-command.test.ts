import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../../cli/commands/host.ts';
import { parse } from '../../../cli/commands/parse.ts';

const parsed = async (platform: string, command: string, input: string) => {
  let stderr = '';
  const host = {
    stdin: Readable.from([Buffer.from(input)]),
    stderr: new Writable({
      write: (chunk: Buffer, _, done) => {
        stderr += chunk.toString();
        done();
      },
    }),
  } as unknown as Host;
  const { data, exitCode = 0 } = await parse.run({ host, args: [], options: { platform, command } });
  return { data, exitCode, stderr };
};

const CDP = 'show cdp neighbors detail';
const REFUSED =
  "sw1#show cdp neighbors detail\r\n      ^\r\n% Invalid input detected at '^' marker.\r\n\r\nsw1#";
const ENTRY = 'Device ID: sw2\r\nInterface: Gi0/1,  Port ID (outgoing port): Gi0/2\r\n';

describe('netwalker parse', () => {
  it.each([
    ['cisco_ios', CDP, REFUSED, { neighbors: [] }, "% Invalid input detected at '^' marker."],
    ['cisco_ios', CDP, '% CDP is not enabled\n', { neighbors: [] }, '% CDP is not enabled'],
    [
      'cisco_nxos',
      'show version',
      "   ^\n% Invalid command at '^' marker.\n",
      { facts: {} },
      '% Invalid command',
    ],
    ['juniper_junos', 'show lldp neighbors', 'error: syntax error\n', { neighbors: [] }, 'syntax error'],
  ])('says that %s rejected "%s"', async (platform, command, input, data, said) => {
    const result = await parsed(platform, command, input);
    expect(result).toMatchObject({ data, exitCode: 3 });
    expect(result.stderr).toMatch(/^netwalker: the device rejected the command, or .*: /);
    expect(result.stderr).toContain(said);
    expect(result.stderr.trim()).not.toContain('\n');
  });

  it.each([
    ['nothing', ''],
    ['an entry', ENTRY],
    ['an entry below the refusal of another command', `${REFUSED}\r\n${ENTRY}`],
  ])('takes %s for an answer', async (_, input) => {
    expect(await parsed('cisco_ios', CDP, input)).toMatchObject({ exitCode: 0, stderr: '' });
  });
});
