import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../cli/commands/command-table.ts';
import { actionsOf, resources, type Statement, statements, synthesise } from './synthesise.ts';
import { everything } from './stack-settings.ts';

const guide = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
const template = synthesise(everything);

/** The rows of all tables below a heading, as cells. */
function rowsBelow(heading: string): string[][] {
  const [, section = ''] = guide.split(`\n${heading}\n`);
  const [text = ''] = section.split(/\n#{2,} /);
  return text
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|---'))
    .slice(1)
    .map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

const quoted = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

describe('the operations guide', () => {
  it('says of each alarm what it means and what to do, and of no other', () => {
    const alarms = Object.entries(resources(template))
      .filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm')
      .map(([id]) => /^DiscoveryAlarms(\w+?)[0-9A-F]{8}$/.exec(id)?.[1]);
    const rows = rowsBelow('## Alarms');
    expect(rows.map(([name]) => name).sort()).toEqual(alarms.sort());
    for (const [name, means = '', what = ''] of rows) {
      expect(means.length, name).toBeGreaterThan(20);
      expect(what.length, name).toBeGreaterThan(40);
    }
  });

  it('has the policy of each function as it deploys', () => {
    const rows = rowsBelow('## What each function may do');
    const deployed = ['StartRun', 'PlanWave', 'ProbeDevice', 'ReclaimSession', 'ReapSessions', 'FinishRun'];
    expect(rows.map(([name]) => name)).toEqual(deployed);
    for (const [name = '', items, indexes, besides] of rows) {
      const all = statements(template, `Discovery${name}Role`).filter(({ Effect }) => Effect === 'Allow');
      const onIndexes = all.filter(({ Resource }) => JSON.stringify(Resource).includes('/index/'));
      const onTable = actionsOf(all.filter((each) => !onIndexes.includes(each)));
      const ofTable = onTable.filter((action) => action.startsWith('dynamodb:'));
      expect(quoted(items), name).toEqual(ofTable.map((action) => action.slice('dynamodb:'.length)).sort());
      const named = ['open-sessions', 'lists'].filter((index) => JSON.stringify(onIndexes).includes(index));
      expect(quoted(indexes), name).toEqual(named.length === 0 ? [] : ['Query', ...named]);
      const others = onTable.filter((action) => !/^(dynamodb|logs|ec2|kms):/.test(action));
      expect(quoted(besides), name).toEqual([...new Set(others)]);
      expect(guide, name).toContain(`- **${name}** `);
    }
  });

  it('names every wildcard of every policy, and there is none in an action', () => {
    const named = rowsBelow('### Wildcards').flatMap(([, actions]) => quoted(actions));
    const found = ([{}, everything] as object[]).flatMap((config) => wildcards(config));
    expect(found.length).toBeGreaterThan(0);
    for (const { Action, Resource } of found) {
      const actions = [Action].flat();
      expect(named, JSON.stringify(Resource)).toContain(actions[0]);
      for (const action of actions) expect(action).not.toContain('*');
    }
    const first = found.flatMap(({ Action }) => [Action].flat());
    expect(named.filter((action) => !first.includes(action))).toEqual([]);
  });

  it('has an equivalent for each command that takes --stack', async () => {
    const commands = rowsBelow('## Start, watch, stop a run').flatMap(([cell]) => quoted(cell));
    for (const { name, load } of COMMANDS) {
      const { define } = await load();
      const takesStack = define.toString().match(/defineDataOptions|defineDataSource|defineStack/);
      if (!takesStack) continue;
      expect(
        commands.filter((words) => words.split(' ')[0] === name),
        name,
      ).not.toEqual([]);
    }
  });
});

/** Statements that allow something on a resource with a wildcard in it. */
function wildcards(config: object): Statement[] {
  return Object.values(resources(synthesise(config)))
    .filter(({ Type }) => Type.startsWith('AWS::IAM::'))
    .flatMap(({ Properties }) => [
      ...((Properties['PolicyDocument'] as { Statement: Statement[] } | undefined)?.Statement ?? []),
      ...(
        (Properties['Policies'] as { PolicyDocument: { Statement: Statement[] } }[] | undefined) ?? []
      ).flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
    ])
    .filter(({ Effect, Resource }) => Effect === 'Allow' && /[*?]/.test(JSON.stringify(Resource)));
}
