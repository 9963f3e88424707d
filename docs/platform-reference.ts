import type { CommandSpec, Platform, ProbeCommand } from '../shared/platform/platform.ts';
import { PLATFORMS } from '../shared/platform/platforms.ts';
import { TESTED_AGAINST } from './tested-against.ts';
import type { Tried } from './tested-against.ts';

const BEGIN = '<!-- From here on: node docs/make-platforms.ts -->';
const END = '<!-- To here. -->';

/** The page with what the data of the platforms says, between its marks; what stands outside them is written by hand. */
export function withReference(page: string): string {
  const [before, rest] = cut(page, BEGIN);
  const [, after] = cut(rest, END);
  return `${before}${BEGIN}\n\n${reference()}\n${END}${after}`;
}

function cut(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`docs/platforms.md has lost its mark ${mark}.`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

function reference(): string {
  const all = [...PLATFORMS].sort((a, b) => a.id.localeCompare(b.id));
  return `${[summary(all), ...all.map(section)].join('\n\n')}\n`;
}

const summary = (all: readonly Platform[]): string =>
  [
    '| platform | CDP | LLDP | VLANs | addresses | outputs of the corpus | sessions with |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...all.map((one) => {
      const { corpus, sessions } = triedOf(one.id);
      const has = (yes: boolean): string => (yes ? 'yes' : '');
      const told = (protocol: RegExp): boolean =>
        neighborCommands(one).some(({ command }) => protocol.test(command));
      return `| ${[
        `[\`${one.id}\`](#${anchor(one)})`,
        has(told(CDP)),
        has(told(LLDP)),
        has(one.collect?.vlans !== undefined),
        has(one.collect?.addresses !== undefined),
        `${corpus[0] + corpus[1]}`,
        sessions ?? '',
      ].join(' | ')} |`;
    }),
  ].join('\n');

/** RouterOS lists what it heard over MNDP, CDP and LLDP in one table; lldpd too, where it listens to CDP. */
const CDP = /\bcdp\b|\bisdp\b|\bneighbor print|lldpcli/;
const LLDP = /lldp|\bneighbor print/;

const neighborCommands = ({ commands }: Platform): readonly CommandSpec[] =>
  commands.filter(({ reads }) => reads === 'neighbors');

const anchor = ({ id }: Platform): string => id;

function section(one: Platform): string {
  const lines = [
    ['Facts', plan(one.probe.facts)],
    ['Neighbors', plan(one.probe.neighbors) || 'none: it has no command that tells them'],
    ['VLANs (`--collect vlans`)', plan(one.collect?.vlans ?? [])],
    ['Addresses (`--collect addresses`)', plan(one.collect?.addresses ?? [])],
    ['`parse` also reads', alsoRead(one).map(code).join(', ')],
    ['Recognized by', recognized(one).join('; ')],
    ['Session', sessionOf(one)],
    ['Paging', paging(one)],
    ['Leaves with', one.leave.map(code).join(', then ') + answers(one)],
    ['Clears a lost line with', one.lines ? code(one.lines.clear) : ''],
    ['Tried on', triedOn(triedOf(one.id))],
  ];
  const told = lines.filter(([, text]) => text !== '');
  return [
    `### ${one.id}`,
    `${one.title}.`,
    told.map(([title, text]) => `- ${title}: ${text}`).join('\n'),
  ].join('\n\n');
}

function triedOf(id: string): Tried {
  const tried = TESTED_AGAINST[id];
  if (tried === undefined) throw new Error(`docs/tested-against.ts does not say what ${id} was tried on.`);
  return tried;
}

const plan = (commands: readonly ProbeCommand[]): string => commands.map(asked).join('; ');

function asked({ command, fallbacks = [], localPortsFrom, perPort }: ProbeCommand): string {
  const first = [command, ...fallbacks].map(code).join(', else ');
  const ports =
    localPortsFrom === undefined ? '' : ` (local ports that it lacks from ${code(localPortsFrom)})`;
  const each =
    perPort === undefined ? '' : ` (and for at most ${perPort.atMost} ports ${code(perPort.command)})`;
  return `${first}${ports}${each}`;
}

function alsoRead({ commands, probe, collect }: Platform): string[] {
  const planned = [
    ...probe.facts,
    ...probe.neighbors,
    ...(collect?.vlans ?? []),
    ...(collect?.addresses ?? []),
  ];
  const known = new Set(
    planned.flatMap(({ command, fallbacks = [], localPortsFrom = '', perPort }) => [
      command,
      ...fallbacks,
      localPortsFrom,
      perPort?.command,
      ...(perPort?.fallbacks ?? []),
    ]),
  );
  return commands.map(({ command }) => command).filter((command) => !known.has(command));
}

function recognized({ detect }: Platform): string[] {
  const by: readonly (readonly [string, readonly RegExp[] | undefined])[] = [
    ['its SSH ident', detect.ident],
    ['its prompt', detect.prompt],
    ['what its first command prints', detect.output],
    ['what a neighbor tells of it', detect.told],
  ];
  return by
    .filter(([, patterns]) => (patterns ?? []).length > 0)
    .map(([where, patterns]) => `${where}: ${(patterns ?? []).map(({ source }) => code(source)).join(', ')}`);
}

function sessionOf({ channel, enable, noneAuth }: Platform): string {
  if (channel === 'exec') return 'all commands in one exec channel, no terminal';
  const asks = noneAuth ? ', which asks for the user name' : '';
  return `a shell${asks}${enable ? `; ${code(enable.command)} where an enable secret is given` : ''}`;
}

function paging({ channel, prepare, pager }: Platform): string {
  if (channel === 'exec') return 'none';
  const off = prepare.length > 0 ? `${prepare.map(code).join(', ')}; otherwise ` : '';
  return `${off}a blank answers ${code(pager.source)}`;
}

const answers = ({ leaveAnswers = [] }: Platform): string =>
  leaveAnswers.map(({ question, answer }) => `; ${code(answer)} to ${code(question.source)}`).join('');

function triedOn({ corpus: [neighbors, facts], sessions }: Tried): string {
  const outputs = `outputs of the corpus (${neighbors} of neighbors, ${facts} of facts)`;
  return `${outputs}; ${sessions ? `sessions with ${sessions}` : 'no session: prompts, paging and exit follow documentation'}`;
}

/** With as many backticks as it takes, and blanks inside where the text begins or ends with one. */
function code(text: string): string {
  if (!text.includes('`')) return `\`${text}\``;
  return `\`\` ${text} \`\``;
}
