import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeExecution {
  readonly name: string;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  readonly input: string;
  readonly startDate: number;
  stopDate?: number;
  cause?: string;
}

export interface FakeAws {
  /** The environment of a process that shall meet this instead of AWS. */
  readonly env: Readonly<Record<string, string>>;
  readonly executions: Map<string, FakeExecution>;
  close(): Promise<void>;
}

interface FakeAwsOptions {
  readonly dynamodbEndpoint: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly onStart: (execution: FakeExecution) => void;
  readonly onStop: (execution: FakeExecution) => void;
}

/**
 * CloudFormation's DescribeStacks and the five calls of Step Functions over HTTP, as the SDK speaks them: what the AWS
 * adapters meet in a test. DynamoDB is the embedded engine.
 */
export async function startFakeAws(options: FakeAwsOptions): Promise<FakeAws> {
  const executions = new Map<string, FakeExecution>();
  const server = http.createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const target = request.headers['x-amz-target'];
      const answer =
        typeof target === 'string'
          ? stepFunctions(target, JSON.parse(body) as Record<string, string>, executions, options)
          : describeStacks(new URLSearchParams(body), options.outputs);
      response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL_CLOUDFORMATION: endpoint,
      AWS_ENDPOINT_URL_SFN: endpoint,
      AWS_ENDPOINT_URL_DYNAMODB: options.dynamodbEndpoint,
    },
    executions,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/x-amz-json-1.0',
  body: JSON.stringify(value),
});

function stepFunctions(
  target: string,
  input: Record<string, string>,
  executions: Map<string, FakeExecution>,
  { onStart, onStop }: FakeAwsOptions,
): Answer {
  const named = executions.get(input['executionArn']?.split(':').at(-1) ?? '');
  switch (target) {
    case 'AWSStepFunctions.StartExecution': {
      const { name = '', input: text = '{}' } = input;
      const execution: FakeExecution = { name, input: text, status: 'RUNNING', startDate: Date.now() / 1000 };
      executions.set(name, execution);
      onStart(execution);
      return json({ executionArn: `arn:${name}`, startDate: execution.startDate });
    }
    case 'AWSStepFunctions.DescribeExecution':
      if (!named) return json({ __type: 'ExecutionDoesNotExist', message: 'no such execution' }, 400);
      return json(named);
    case 'AWSStepFunctions.StopExecution':
      if (!named) return json({ __type: 'ExecutionDoesNotExist', message: 'no such execution' }, 400);
      Object.assign(named, { status: 'ABORTED', cause: input['cause'], stopDate: Date.now() / 1000 });
      onStop(named);
      return json({ stopDate: named.stopDate });
    case 'AWSStepFunctions.ListExecutions':
      return json({
        executions: [...executions.values()]
          .reverse()
          .filter(({ status }) => input['statusFilter'] === undefined || status === input['statusFilter']),
      });
    default:
      return json({ __type: 'UnknownOperationException', message: target }, 400);
  }
}

function describeStacks(query: URLSearchParams, outputs: Readonly<Record<string, string>>): Answer {
  const type = 'text/xml';
  const name = query.get('StackName') ?? '';
  if (name !== 'netwalker') {
    const message = `Stack with id ${name} does not exist`;
    return {
      status: 400,
      type,
      body: `<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>${message}</Message></Error></ErrorResponse>`,
    };
  }
  const members = Object.entries(outputs)
    .map(
      ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
    )
    .join('');
  return {
    status: 200,
    type,
    body:
      '<DescribeStacksResponse><DescribeStacksResult><Stacks><member>' +
      `<StackName>${name}</StackName><StackStatus>CREATE_COMPLETE</StackStatus>` +
      `<CreationTime>2026-01-01T00:00:00Z</CreationTime><Outputs>${members}</Outputs>` +
      '</member></Stacks></DescribeStacksResult></DescribeStacksResponse>',
  };
}

async function bodyOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
