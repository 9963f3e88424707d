interface States {
  readonly States: Readonly<Record<string, StateText>>;
}

interface StateText {
  readonly Type: string;
  readonly Parameters?: { readonly FunctionName?: string };
  readonly ItemProcessor?: States;
}

/** The states of a workflow that invoke a function, those inside Maps as well, with the function's ARN. */
export function taskStates(workflow: object): readonly { readonly state: string; readonly arn: string }[] {
  return Object.entries((workflow as States).States).flatMap(([state, text]) => {
    if (text.ItemProcessor) return taskStates(text.ItemProcessor);
    return text.Type === 'Task' ? [{ state, arn: text.Parameters?.FunctionName ?? '' }] : [];
  });
}
