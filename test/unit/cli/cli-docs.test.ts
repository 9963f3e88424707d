import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../cli/commands/command-table.ts';
import { parseConfig } from '../../../cli/config/read-config-file.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

describe('docs/configuration.md', () => {
  const blocks = [...read('configuration.md').matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => text);

  it('shows config files that are valid', () => {
    expect(blocks).toHaveLength(2);
    for (const text of blocks) expect(() => parseConfig(text, 'docs/configuration.md')).not.toThrow();
  });
});

describe('docs/cli.md', () => {
  it('has a row for every command, and for no other', () => {
    const rows = [...read('cli.md').matchAll(/^\| `([a-z]+)[^`]*` \| /gm)].map(([, name]) => name);
    expect([...new Set(rows)].sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  it('names each exit status of the contract', () => {
    const statuses = [...read('cli.md').matchAll(/^\| (\d+) \| /gm)].map(([, status]) => Number(status));
    expect(statuses).toEqual([0, 1, 2, 3, 4, 5, 130]);
  });
});
