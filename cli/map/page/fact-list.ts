import { element } from './element.ts';
import { visible } from './visible-text.ts';

export type Fact = readonly [name: string, value: string | null];

/** Names and values; what is not known is left out. */
export function factList(facts: readonly Fact[]): HTMLElement {
  const known = facts.filter(([, value]) => value !== null && value !== '');
  return element(
    'dl',
    {},
    ...known.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, visible(value))]),
  );
}
