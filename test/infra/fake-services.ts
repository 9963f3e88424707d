import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SentEvent {
  readonly EventBusName: string;
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
}

export interface FakeServices {
  readonly endpoint: string;
  readonly events: readonly SentEvent[];
  close(): void;
}

/** Secrets Manager's GetSecretValue and EventBridge's PutEvents over HTTP. */
export async function startFakeServices(secret: object): Promise<FakeServices> {
  const events: SentEvent[] = [];
  const answers: Readonly<Record<string, (body: string) => object>> = {
    'secretsmanager.GetSecretValue': () => ({ SecretString: JSON.stringify(secret) }),
    'AWSEvents.PutEvents': (body) => {
      const { Entries } = JSON.parse(body) as { Entries: SentEvent[] };
      events.push(...Entries);
      return { FailedEntryCount: 0, Entries: Entries.map((_, index) => ({ EventId: `${index}` })) };
    },
  };
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const answer = answers[String(request.headers['x-amz-target'])];
      response.statusCode = answer ? 200 : 400;
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      response.end(JSON.stringify(answer?.(body) ?? { __type: 'UnknownOperationException' }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    events,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
