import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { allImports, sources, type Import } from './imports.ts';

const root = path.join(import.meta.dirname, '..', '..');
const imports = allImports(root);
const ours = imports.filter(({ to }) => /^(cli|functions|infra|lab|shared)\//.test(to));
const external = imports.filter(({ to }) => !ours.some((each) => each.to === to));

/** Who may import what, from the top floor down: the longest prefix of a file decides. No arrow runs up. */
const MAY: readonly (readonly [string, readonly string[]])[] = [
  ['shared/model/', ['shared/model/']],
  ['shared/names.ts', ['shared/model/']],
  ['shared/errors.ts', ['shared/model/']],
  ['shared/config.ts', ['shared/model/', 'shared/errors.ts', 'shared/names.ts']],
  ['shared/parse/', ['shared/parse/', 'shared/model/', 'shared/errors.ts']],
  ['shared/platform/', ['shared/platform/', 'shared/model/', 'shared/errors.ts']],
  ['shared/topology/', ['shared/topology/', 'shared/model/', 'shared/errors.ts']],
  ['shared/cost/', ['shared/cost/']],
  ['shared/ports/', ['shared/ports/', 'shared/model/']],
  ['shared/workflow/', ['shared/workflow/', 'shared/names.ts']],
  [
    'shared/session/',
    ['shared/session/', 'shared/model/', 'shared/ports/', 'shared/platform/', 'shared/errors.ts'],
  ],
  [
    'shared/steps/',
    [
      'shared/steps/',
      'shared/session/',
      'shared/workflow/',
      'shared/cost/',
      'shared/parse/',
      'shared/platform/',
      'shared/topology/',
      'shared/ports/',
      'shared/model/',
      'shared/config.ts',
      'shared/errors.ts',
      'shared/names.ts',
    ],
  ],
  ['shared/adapters/', ['shared/ports/', 'shared/model/', 'shared/errors.ts', 'shared/names.ts']],
  ['functions/', ['shared/', 'functions/wiring.ts', 'functions/lambda-wiring/', 'functions/middleware/']],
  ['cli/engine/', ['cli/engine/', 'shared/', 'functions/']],
  // A simulated network is started for `--lab`: the one arrow from the product to the lab.
  ['cli/engine/lab.ts', ['cli/engine/', 'shared/', 'lab/']],
  ['cli/', ['cli/', 'shared/']],
  ['infra/', ['infra/', 'shared/workflow/', 'shared/names.ts', 'shared/config.ts']],
  ['lab/', ['lab/', 'shared/model/']],
];

function mayImport({ from, to }: Import): boolean {
  const rules = MAY.filter(([prefix]) => from.startsWith(prefix));
  const [prefix = '', allowed = []] = rules.sort((a, b) => b[0].length - a[0].length)[0] ?? [];
  if (prefix === 'shared/adapters/' && folderOf(to) === folderOf(from)) return true;
  if (prefix === 'functions/' && folderOf(to) === folderOf(from)) return true;
  return allowed.some((each) => to.startsWith(each));
}

const folderOf = (file: string): string => path.posix.dirname(file);

describe('the architecture', () => {
  test('has sources to look at', () => {
    expect(ours.length).toBeGreaterThan(100);
  });

  test('has no arrow that runs up', () => {
    const wrong = ours.filter((each) => !mayImport(each)).map(({ from, to }) => `${from} -> ${to}`);
    expect(wrong).toEqual([]);
  });

  test('keeps ssh2 and the AWS SDK in adapters and lab', () => {
    const wrong = external.filter(
      ({ from, to }) => /^(ssh2|@aws-sdk)/.test(to) && !/^(shared\/adapters|lab)\//.test(from),
    );
    expect(wrong).toEqual([]);
  });

  test('gives every adapter one external library', () => {
    const libraries = new Map<string, Set<string>>();
    for (const { from, to } of external) {
      if (!from.startsWith('shared/adapters/') || to.startsWith('node:')) continue;
      const library =
        to.startsWith('@aws-sdk/') || to.startsWith('@smithy/') ? '@aws-sdk' : (to.split('/')[0] ?? to);
      libraries.set(folderOf(from), (libraries.get(folderOf(from)) ?? new Set()).add(library));
    }
    const several = [...libraries]
      .filter(([, names]) => names.size > 1)
      .map(([folder, names]) => [folder, ...names]);
    expect(several).toEqual([]);
  });

  test('has no import cycle', () => {
    expect(findCycle(ours.filter(({ from }) => !from.endsWith('.d.ts')))).toBeNull();
  });

  test('takes time, randomness and the environment through ports', () => {
    const floors = /^shared\/(model|cost|parse|platform|topology|ports|session|steps)\//;
    const wrong = external.filter(
      ({ from, to }) => floors.test(from) && /^node:(crypto|timers|process)/.test(to),
    );
    expect(wrong).toEqual([]);
    const impure = sources(path.join(root, 'shared'))
      .filter((file) => floors.test(path.relative(root, file).split(path.sep).join('/')))
      .filter((file) =>
        /\bDate\.now\(|\bMath\.random\(|\bprocess\.env|new Date\(\)/.test(readFileSync(file, 'utf8')),
      );
    expect(impure).toEqual([]);
  });
});

function findCycle(edges: readonly Import[]): readonly string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return null;
}
