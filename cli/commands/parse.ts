import { buffer as readAll } from 'node:stream/consumers';
import { PLATFORMS } from '../../shared/platform/platforms.ts';
import { ByteDecoder } from '../../shared/session/byte-decoder.ts';
import { parseOutput } from '../../shared/steps/parse-output.ts';
import { safeJson } from '../render/safe-text.ts';
import type { CliCommand } from './cli-command.ts';

/** Reads one raw output, as a probe reads it: for scripts, scorers and people who have a file and no access. */
export const parse: CliCommand = {
  alwaysJson: true,
  define: (command) =>
    command
      .requiredOption(
        '--platform <id>',
        'the platform that printed it, as netmiko names it: cisco_ios, linux, ...',
      )
      .requiredOption('--command <text>', 'the exact command, such as "show cdp neighbors detail"')
      .addHelpText('after', () => `\nPlatforms and their commands:\n${listCommands()}`),
  run: async ({ host, options }) => {
    const platform = String(options['platform']);
    const command = String(options['command']);
    if (host.stdin.isTTY) host.stderr.write('netwalker: paste the output, then Ctrl-D on an empty line\n');
    const decoder = new ByteDecoder();
    const raw = decoder.push(await readAll(host.stdin)) + decoder.end();
    const data = parseOutput(platform, command, raw);
    return { data, text: () => safeJson(data) };
  },
};

function listCommands(): string {
  return PLATFORMS.map(
    ({ id, commands }) =>
      `  ${id}\n${commands.map(({ command, reads }) => `    ${reads.padEnd(10)}${command}\n`).join('')}`,
  ).join('');
}
