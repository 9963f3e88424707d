import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { UsageError } from '../../errors.ts';

/**
 * The outputs of a deployed stack by name. Region and credentials are those of the AWS SDK's own chain (profile, environment,
 * role). Throws UsageError where there is no such stack or nobody may look at it, with what to do.
 */
export async function stackOutputs(
  stackName: string,
  region: string | undefined,
): Promise<Readonly<Record<string, string>>> {
  const client = new CloudFormationClient(region === undefined ? {} : { region });
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
    const outputs = Stacks?.[0]?.Outputs ?? [];
    return Object.fromEntries(
      outputs.map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']),
    );
  } catch (error) {
    throw new UsageError(`the stack ${stackName} cannot be read: ${whatToDo(error)}`, { cause: error });
  } finally {
    client.destroy();
  }
}

/** Names of errors as the service and the SDK's credential chain give them. */
function whatToDo(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'CredentialsProviderError') {
    return 'no AWS credentials were found: set AWS_PROFILE, or log in with aws sso login';
  }
  if (/region is missing/i.test(message)) return 'no AWS region is set: add --region, or set AWS_REGION';
  if (name === 'ValidationError') return `${message}: is --stack right, and --region?`;
  if (name === 'AccessDenied' || name === 'AccessDeniedException') {
    return `${message}: this identity needs cloudformation:DescribeStacks (docs/operations.md)`;
  }
  return message;
}
