import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configSchema } from '../../../cli/config/config-schema.ts';
import { parseConfig } from '../../../cli/config/read-config-file.ts';

const messageOf = (text: string): string => {
  try {
    parseConfig(text, 'netwalker.yaml');
    return 'valid';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('parseConfig', () => {
  it.each([
    [
      'scope:\n  - 10.0.0.0/8\n  - 10.0.0\n',
      'netwalker.yaml:3:5: scope.1: not a CIDR such as 10.0.0.0/8 or 2001:db8::/32',
    ],
    ['limits:\n  depth: 3\n', 'netwalker.yaml:2:10: limits.depth: there is no such key'],
    [
      'credentials:\n  username: ops\n  password: secret\n',
      'netwalker.yaml:3:13: credentials.password: there is no such key; a secret does not stand in this file: ' +
        'name where it is with passwordEnv, passwordFile or keyFile',
    ],
    ['seeds: []\n', 'netwalker.yaml:1:8: seeds: name at least one seed'],
    ['seeds: [\n', 'netwalker.yaml:2:1: not valid YAML: '],
    ['limits:\n  concurrency: many\n', 'netwalker.yaml:2:16: limits.concurrency: use a number'],
    ['limits: { maxDepth: 1.5 }\n', 'limits.maxDepth: use a whole number'],
    ['scope: 10.0.0.0/8\n', 'netwalker.yaml:1:8: scope: use a list'],
    ['credentials: []\n', 'credentials: use at least one entry'],
    ['- a\n', 'netwalker.yaml: (the file): use keys with values'],
  ])('names file, line and key of what is wrong in %j', (text, expected) => {
    expect(messageOf(text)).toContain(expected);
  });

  it('never repeats the secret that somebody wrote into it', () => {
    expect(messageOf('credentials:\n  password: hunter2\n')).not.toContain('hunter2');
  });

  it('reads an empty file as no settings', () => {
    expect(parseConfig('', 'netwalker.yaml')).toEqual({});
  });

  it('takes one credential or a list', () => {
    const one = parseConfig('credentials: { username: ops, passwordEnv: P }', 'f');
    const list = parseConfig(
      'credentials:\n  - { match: { names: ["core-*"] }, keyFile: k }\n  - { agent: true }',
      'f',
    );
    expect(one.credentials).toEqual({ username: 'ops', passwordEnv: 'P' });
    expect(list.credentials).toHaveLength(2);
  });
});

describe('netwalker.schema.json', () => {
  it('is what the code accepts: npx netwalker schema > netwalker.schema.json', () => {
    const published = readFileSync(new URL('../../../netwalker.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(configSchema())));
  });
});
