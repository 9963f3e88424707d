import type { Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { invokeLocally, type LocalFunction } from '../../../cli/engine/local-lambda.ts';
import { stepsHandler } from '../../../functions/middleware/steps-handler.ts';
import { PAYLOAD_LIMIT_BYTES } from '../../../shared/names.ts';
import { systemClock } from '../../../shared/adapters/system/clock.ts';
import type { Wiring } from '../../../functions/wiring.ts';

const fn = (
  handler: (event: unknown, context: Context) => Promise<unknown>,
  more: Partial<LocalFunction> = {},
) => ({ name: 'probe-device', handler, timeoutMs: 5_000, ...more });

describe('the local Lambda', () => {
  test('ends an invocation at its time limit, with the name that Step Functions sees', async () => {
    const never = fn(() => new Promise(() => undefined), { timeoutMs: 30 });
    await expect(invokeLocally(never, {})).rejects.toMatchObject({ name: 'Sandbox.Timedout' });
  });

  test('refuses payloads over 256 KB, in and out', async () => {
    const echo = fn(async (event) => event);
    const big = { text: 'x'.repeat(PAYLOAD_LIMIT_BYTES) };
    await expect(invokeLocally(echo, big)).rejects.toMatchObject({ name: 'States.DataLimitExceeded' });
    await expect(
      invokeLocally(
        fn(async () => big),
        {},
      ),
    ).rejects.toThrow('the output of probe-device');
    const most = 'x'.repeat(PAYLOAD_LIMIT_BYTES - 2);
    await expect(invokeLocally(echo, most)).resolves.toBe(most);
  });

  test('refuses a child of the Map that answers anything but {}', async () => {
    const child = (answer: unknown) =>
      invokeLocally(
        fn(async () => answer, { returnsNothing: true }),
        {},
      );
    await expect(child({ deviceId: 'core-1' })).rejects.toMatchObject({ name: 'States.DataLimitExceeded' });
    await expect(child({})).resolves.toEqual({});
  });

  test('hands over a copy through JSON, as a service boundary does', async () => {
    const event = { at: new Date(0), nested: { list: [1] } };
    const seen = (await invokeLocally(
      fn(async (given) => given),
      event,
    )) as typeof event;
    expect(seen).toEqual({ at: '1970-01-01T00:00:00.000Z', nested: { list: [1] } });
    expect(seen.nested).not.toBe(event.nested);
  });

  test('gives every invocation an id of its own and the time that is left', async () => {
    const seen: Context[] = [];
    const keep = fn(async (_event, context) => void seen.push(context), { timeoutMs: 1_000 });
    await invokeLocally(keep, {});
    await invokeLocally(keep, {});
    const [first, second] = seen;
    expect(first?.awsRequestId).not.toBe(second?.awsRequestId);
    expect(first?.getRemainingTimeInMillis()).toBeGreaterThan(0);
    expect(first?.getRemainingTimeInMillis()).toBeLessThanOrEqual(1_000);
  });
});

describe('a handler', () => {
  const wiring = async () => ({ clock: systemClock, events: { emit: () => undefined } }) as unknown as Wiring;

  test('knows when its invocation ends', async () => {
    const handler = stepsHandler<Wiring, object, number>(
      wiring,
      async (_wired, _event, { endsAt }) => endsAt - Date.now(),
    );
    const left = await invokeLocally(fn(handler as never, { timeoutMs: 20_000 }), {});
    expect(left).toBeGreaterThan(15_000);
    expect(left).toBeLessThanOrEqual(20_000);
  });

  test('ends with a name of its own before Lambda would kill it', async () => {
    const handler = stepsHandler<Wiring, object, never>(wiring, () => new Promise<never>(() => undefined));
    const stuck = invokeLocally(fn(handler as never, { timeoutMs: 2_050 }), {});
    await expect(stuck).rejects.toMatchObject({ name: 'StepTimedOut' });
  });

  test('makes its wiring once and keeps it for the next invocation', async () => {
    let made = 0;
    const handler = stepsHandler<Wiring, object, number>(
      async () => {
        made += 1;
        return wiring();
      },
      async () => made,
    );
    for (const _ of [1, 2]) expect(await invokeLocally(fn(handler as never), {})).toBe(1);
  });
});
