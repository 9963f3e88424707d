import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Counts what a client sends from now on; answers how many requests that were so far. */
export function countRequests(client: DynamoDBDocumentClient): () => number {
  let requests = 0;
  client.middlewareStack.add(
    (next) => (args) => {
      requests += 1;
      return next(args);
    },
    { step: 'initialize' },
  );
  return () => requests;
}
