import { readFileSync } from 'node:fs';
import { ASL_PLACEHOLDERS, type FunctionName } from '../names.ts';

/**
 * The text of the workflow as it is deployed: Amazon States Language with a `${...Arn}` placeholder for each function.
 * CDK hands it to CloudFormation, which substitutes the placeholders.
 */
export function workflowText(): string {
  return readFileSync(new URL('./discovery.asl.json', import.meta.url), 'utf8');
}

/**
 * The workflow with the functions' ARNs in place: what the embedded engine runs. A new object on each call, because
 * validators of the language write into the definition that they are given.
 */
export function discoveryWorkflow(arns: Readonly<Record<FunctionName, string>>): object {
  const functionOf = new Map(Object.entries(ASL_PLACEHOLDERS).map(([name, text]) => [text, name]));
  return JSON.parse(workflowText(), (_key, value: unknown) =>
    typeof value === 'string' ? substitute(value, functionOf, arns) : value,
  ) as object;
}

function substitute(
  text: string,
  functionOf: ReadonlyMap<string, string>,
  arns: Readonly<Record<string, string>>,
): string {
  return text.replaceAll(/\$\{(\w+)\}/g, (whole, placeholder: string) => {
    const arn = arns[functionOf.get(placeholder) ?? ''];
    if (arn === undefined) throw new Error(`${whole} in the workflow text names no function`);
    return arn;
  });
}
