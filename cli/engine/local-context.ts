import type { Context } from 'aws-lambda';

/** Region and account are made up: nothing is called under this ARN. */
export const localArn = (name: string): string => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

/** Lambda's context of an invocation that ends at a time (epoch milliseconds). */
export function localContext(name: string, requestId: string, endsAt: number): Context {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: localArn(name),
    memoryLimitInMB: '512',
    awsRequestId: requestId,
    logGroupName: name,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, endsAt - Date.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
