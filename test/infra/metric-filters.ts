import type { Template } from 'aws-cdk-lib/assertions';
import { resources } from './synthesise.ts';

/** One line of a function's log, and the function that wrote it. */
export interface LogLine {
  /** As in the logical ids of the stack: `ProbeDevice`. */
  readonly writer: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

export interface Measured {
  readonly metric: string;
  readonly namespace: string;
  readonly values: readonly number[];
  /** Of the metric, where it has any: `Class=refused`. */
  readonly dimensions: readonly string[];
}

interface Transformation {
  readonly MetricName: string;
  readonly MetricNamespace: string;
  readonly MetricValue: string;
  readonly Dimensions?: readonly { readonly Key: string; readonly Value: string }[];
}

/** What CloudWatch would make of the lines: each metric filter of a template, applied to the log group that it stands on. */
export function measure(template: Template, lines: readonly LogLine[]): Measured[] {
  const filters = Object.values(resources(template)).filter(({ Type }) => Type === 'AWS::Logs::MetricFilter');
  return filters.flatMap(({ Properties }) => {
    const group = (Properties['LogGroupName'] as { Ref: string }).Ref;
    const isMatched = jsonPattern(Properties['FilterPattern'] as string);
    const found = lines.filter(({ writer, entry }) => group.includes(`${writer}Logs`) && isMatched(entry));
    return (Properties['MetricTransformations'] as Transformation[]).map((transformation) => ({
      metric: transformation.MetricName,
      namespace: transformation.MetricNamespace,
      values: found.map(({ entry }) => Number(valueOf(transformation.MetricValue, entry))),
      dimensions: found.flatMap(({ entry }) =>
        (transformation.Dimensions ?? []).map(({ Key, Value }) => `${Key}=${String(valueOf(Value, entry))}`),
      ),
    }));
  });
}

/**
 * `{ $.a = "x" }` and `{ ($.a = "x") && (($.b = "y") || ($.b = "z")) }`: as much of CloudWatch's syntax as the stack uses. Throws at
 * anything else.
 */
function jsonPattern(pattern: string): (entry: object) => boolean {
  const comparison = (text: string) => {
    const [, field, value] = /^\s*(\$[\w.]+) = "([^"]*)"\s*$/.exec(text) ?? [];
    if (field === undefined) throw new Error(`not understood: ${pattern}`);
    return { field, value };
  };
  const parts = pattern.replaceAll(/[{}()]/g, '').split('&&');
  const all = parts.map((part) => part.split('||').map(comparison));
  return (entry) => all.every((any) => any.some(({ field, value }) => valueOf(field, entry) === value));
}

/** A constant, or what stands at `$.a.b`. */
function valueOf(selector: string, entry: object): unknown {
  if (!selector.startsWith('$.')) return selector;
  return selector
    .slice(2)
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], entry);
}
