import { describe, expect, it } from 'vitest';
import { PARSERS } from '../../../shared/parse/parsers.ts';
import { findPlatform, PLATFORMS } from '../../../shared/platform/platforms.ts';

describe.each(PLATFORMS.map((platform) => [platform.id, platform] as const))(
  'the platform %s',
  (_, platform) => {
    it('names parsers that exist and read what it says', () => {
      for (const spec of platform.commands) {
        expect([spec.parser, PARSERS[spec.parser]?.reads]).toEqual([spec.parser, spec.reads]);
      }
    });

    it('probes only with commands whose output can be read', () => {
      const readable = (reads: string): string[] =>
        platform.commands.filter((spec) => spec.reads === reads).map((spec) => spec.command);
      for (const reads of ['facts', 'neighbors'] as const) {
        const asked = platform.probe[reads].flatMap((probe) => [
          probe.command,
          ...(probe.fallbacks ?? []),
          ...(probe.localPortsFrom === undefined ? [] : [probe.localPortsFrom]),
        ]);
        expect(readable(reads)).toEqual(expect.arrayContaining(asked));
      }
    });

    it('collects only with commands whose output is what it collects', () => {
      for (const [collector, planned] of Object.entries(platform.collect ?? {})) {
        const asked = planned.flatMap(({ command, fallbacks = [] }) => [command, ...fallbacks]);
        const reads = asked.map((command) => platform.commands.find((one) => one.command === command)?.reads);
        expect(reads).toEqual(asked.map(() => collector));
      }
    });

    it('lists a command once', () => {
      const commands = platform.commands.map((spec) => spec.command);
      expect(new Set(commands).size).toBe(commands.length);
    });

    it('has no pattern that keeps state between two tests', () => {
      const { ident, output, told, prompt } = platform.detect;
      const detect = [...ident, ...output, ...told, ...(prompt ?? [])];
      const patterns = [platform.pager, ...platform.rejected, ...detect];
      expect(patterns.filter((pattern) => pattern.global || pattern.sticky)).toEqual([]);
    });
  },
);

describe('the platforms', () => {
  it('have ids of their own and are found by them', () => {
    expect(new Set(PLATFORMS.map(({ id }) => id)).size).toBe(PLATFORMS.length);
    expect(findPlatform(' Cisco_NXOS ')?.id).toBe('cisco_nxos');
    expect(findPlatform('none')).toBeNull();
  });

  it('are tried for detection with linux last', () => {
    expect(PLATFORMS.at(-1)?.id).toBe('linux');
  });
});
