import { buffer as readAll } from 'node:stream/consumers';
import { findPlatform, PLATFORMS } from '../../shared/platform/platforms.ts';
import { ByteDecoder } from '../../shared/session/byte-decoder.ts';
import { refusalOf } from '../../shared/session/command-status.ts';
import { parseOutput, type ParsedOutput } from '../../shared/steps/parse-output.ts';
import { safeJson, safeText } from '../render/safe-text.ts';
import type { CliCommand } from './cli-command.ts';
import { EXIT } from './host.ts';

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
    const refusal = isEmpty(data) ? refusalIn(raw, platform) : null;
    if (refusal !== null) {
      host.stderr.write(
        safeText(`netwalker: the device rejected the command, or has the protocol turned off: ${refusal}`) +
          '\n',
      );
    }
    return {
      data,
      text: () => safeJson(data),
      ...(refusal === null ? {} : { exitCode: EXIT.incomplete }),
    };
  },
};

/** An output in which something is found is one, whatever stands above it. */
const isEmpty = (data: ParsedOutput): boolean =>
  Object.values(data).every((found: object) => Object.keys(found).length === 0);

function refusalIn(raw: string, id: string): string | null {
  const platform = findPlatform(id);
  return platform && refusalOf(raw, platform);
}

function listCommands(): string {
  return PLATFORMS.map(
    ({ id, commands }) =>
      `  ${id}\n${commands.map(({ command, reads }) => `    ${reads.padEnd(10)}${command}\n`).join('')}`,
  ).join('');
}
