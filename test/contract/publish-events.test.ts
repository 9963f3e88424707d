import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishEvents } from '../../shared/adapters/eventbridge/publish-events.ts';
import { summarize } from '../../shared/steps/summarize.ts';

interface Entry {
  readonly EventBusName: string;
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
}

/** PutEvents of EventBridge over HTTP. */
const batches: Entry[][] = [];
let refuse = false;
const server = http.createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (text: string) => (body += text));
  request.on('end', () => {
    const { Entries } = JSON.parse(body) as { Entries: Entry[] };
    batches.push(Entries);
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    const answers = Entries.map(() =>
      refuse ? { ErrorCode: 'Throttled', ErrorMessage: 'slow down' } : { EventId: '1' },
    );
    response.end(JSON.stringify({ FailedEntryCount: refuse ? Entries.length : 0, Entries: answers }));
  });
});
const before = { ...process.env };

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 't',
    AWS_SECRET_ACCESS_KEY: 't',
    AWS_ENDPOINT_URL_EVENTBRIDGE: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
});
afterAll(() => {
  process.env = before;
  server.close();
  server.closeAllConnections();
});

const leak = (sessionId: string) =>
  ({
    type: 'session-leaked',
    ...{
      runId: 'r',
      sessionId,
      address: '10.0.0.1',
      requestId: 'q',
      deviceName: null,
      line: null,
      lateMs: 9,
    },
  }) as const;
const summary = summarize({
  run: { runId: 'r', startedAt: 1, waves: 1 },
  ...{ status: 'aborted', endedAt: 2, targets: [], sessions: [], links: 0 },
});

it('sends what others react to, ten at a time, and nothing of what is only progress', async () => {
  const refused: string[] = [];
  const sink = publishEvents({ busName: 'ops', onRefused: (reason) => refused.push(reason) });
  sink.emit({ type: 'wave-planned', runId: 'r', wave: 1, pending: 2 });
  for (let index = 0; index < 11; index += 1) sink.emit(leak(`S${index}`));
  sink.emit({ type: 'run-finished', runId: 'r', network: 'n', summary, remaining: [] });
  await sink.flush?.();
  expect(batches.map((batch) => batch.length)).toEqual([10, 2]);
  const entries = batches.flat();
  expect(new Set(entries.map(({ EventBusName, Source }) => `${EventBusName} ${Source}`))).toEqual(
    new Set(['ops netwalker']),
  );
  expect(entries.at(-1)?.DetailType).toBe('RunAborted');
  expect(JSON.parse(entries.at(-1)?.Detail ?? '')).toMatchObject({ version: 1, network: 'n', runId: 'r' });
  expect(JSON.parse(entries[0]?.Detail ?? '')).toEqual({
    version: 1,
    ...{
      runId: 'r',
      sessionId: 'S0',
      address: '10.0.0.1',
      requestId: 'q',
      deviceName: null,
      line: null,
      lateMs: 9,
    },
  });
  expect(refused).toEqual([]);
});

it('tells what the bus refused, and fails nothing', async () => {
  refuse = true;
  const refused: string[] = [];
  const sink = publishEvents({ busName: 'ops', onRefused: (reason) => refused.push(reason) });
  sink.emit(leak('S'));
  await sink.flush?.();
  await sink.flush?.();
  expect(refused).toEqual(['Throttled: slow down']);
});
