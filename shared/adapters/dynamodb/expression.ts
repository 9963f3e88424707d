/** An update of one item. Values stand under their attribute's name; `undefined` means "leave it as it is". */
export interface Change {
  readonly set?: Readonly<Record<string, unknown>>;
  /** Set only where the item has no such attribute yet. */
  readonly setOnce?: Readonly<Record<string, unknown>>;
  /** Numbers are added, sets united. */
  readonly add?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
}

/** A condition names attributes as `#status` and its own values as `:now`. */
export interface Condition {
  readonly text: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface Expression {
  readonly text: string;
  readonly names: Record<string, string>;
  readonly values: Record<string, unknown>;
}

/** `#name` for every attribute: `status`, `owner`, `name` and hundreds more are reserved words of DynamoDB. */
export function namesIn(...texts: readonly string[]): Record<string, string> {
  const found = texts.flatMap((text) => text.match(/#[A-Za-z0-9]+/g) ?? []);
  return Object.fromEntries(found.map((name) => [name, name.slice(1)]));
}

/** `SET`, `ADD` and `REMOVE` of a change. Its values are `:set_<attribute>`, which no condition uses. */
export function updateExpression(change: Change): Expression {
  const set = defined(change.set);
  const once = defined(change.setOnce);
  const add = defined(change.add);
  const sets = [
    ...set.map(([name]) => `#${name} = :set_${name}`),
    ...once.map(([name]) => `#${name} = if_not_exists(#${name}, :set_${name})`),
  ];
  const clauses = [
    clause('SET', sets),
    clause(
      'ADD',
      add.map(([name]) => `#${name} :set_${name}`),
    ),
    clause(
      'REMOVE',
      (change.remove ?? []).map((name) => `#${name}`),
    ),
  ];
  const text = clauses.filter((part) => part !== '').join(' ');
  const values = Object.fromEntries(
    [...set, ...once, ...add].map(([name, value]) => [`:set_${name}`, value]),
  );
  return { text, names: namesIn(text), values };
}

function clause(verb: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `${verb} ${parts.join(', ')}`;
}

function defined(values: Readonly<Record<string, unknown>> = {}): [string, unknown][] {
  return Object.entries(values).filter(([, value]) => value !== undefined);
}
