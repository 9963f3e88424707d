import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What zod says where a schema has no words of its own. */
const OF_ZOD = /^(?:Too small|Too big|Invalid input): expected /;

const KINDS: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

/** What is wrong with a value, and what would be right: in the schema's own words where it has some. */
export function issueText(issue: Issue): string {
  if (!OF_ZOD.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'too_small':
      return `use ${issue.inclusive === false ? 'more than' : 'at least'} ${amount(issue.origin, issue.minimum)}`;
    case 'too_big':
      return `use ${issue.inclusive === false ? 'less than' : 'at most'} ${amount(issue.origin, issue.maximum)}`;
    case 'invalid_type':
      return `use ${KINDS[issue.expected] ?? issue.expected}`;
    default:
      return issue.message;
  }
}

function amount(origin: string, limit: number | bigint): string {
  const noun = origin === 'string' ? 'character' : origin === 'array' ? 'entry' : null;
  if (noun === null) return String(limit);
  if (limit === 1) return `one ${noun}`;
  return `${limit} ${noun === 'entry' ? 'entries' : `${noun}s`}`;
}
