import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type RequestSigner = Exclude<NonNullable<DynamoDBClientConfig['signer']>, (...args: never[]) => unknown>;

export interface DocumentClientOptions {
  /** Only for the embedded engine and tests; on AWS the SDK finds its own. */
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: NonNullable<DynamoDBClientConfig['credentials']>;
}

// An embedded engine takes any key pair, but the SDK refuses to send a request without one.
const EMBEDDED_CREDENTIALS = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
/** It wants to read a signature and verifies none; to make one for each request is a twelfth of a local probe's processor time. */
const EMBEDDED_SIGNER: RequestSigner = {
  sign: async (request) => {
    Object.assign(request.headers, {
      'x-amz-date': '20260101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=embedded/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
    });
    return request;
  },
};
/** More than the probes of one process: a ledger write that waits for a socket would eat the probe's reserve. */
const MAX_SOCKETS = 256;
/**
 * On AWS an answer takes milliseconds; one that is lost must leave time for a second try within the 4.5 s that a probe
 * keeps for closing. The embedded engine shares one thread with everything else and only has to get there.
 */
const REQUEST_TIMEOUT_MS = { aws: 1_500, embedded: 30_000 };

/** The document client that every adapter of this folder is given: kept-alive sockets, bounded requests, retries. */
export function documentClient(options: DocumentClientOptions = {}): DynamoDBDocumentClient {
  const embedded = options.endpoint !== undefined;
  const credentials = options.credentials ?? (embedded ? EMBEDDED_CREDENTIALS : undefined);
  const region = options.region ?? (embedded ? 'us-east-1' : undefined);
  const agent = { keepAlive: true, maxSockets: MAX_SOCKETS };
  const client = new DynamoDBClient({
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    ...(region === undefined ? {} : { region }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(embedded ? { signer: EMBEDDED_SIGNER } : {}),
    maxAttempts: 5,
    requestHandler: {
      connectionTimeout: embedded ? 5_000 : 1_000,
      requestTimeout: embedded ? REQUEST_TIMEOUT_MS.embedded : REQUEST_TIMEOUT_MS.aws,
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
  });
  // It copies every answer for a logger that is not there: a fourteenth of the processor time of reading a network.
  client.middlewareStack.remove('loggerMiddleware');
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
