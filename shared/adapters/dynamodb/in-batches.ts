import { setTimeout as sleep } from 'node:timers/promises';

const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 25;

/**
 * Sends requests, at most `size` at once, and what DynamoDB leaves undone again. `send` answers what is left. Throws when some of them
 * are still refused after eight tries (3.2 s of pauses).
 */
export async function inBatches<Request>(
  requests: readonly Request[],
  size: number,
  send: (batch: Request[]) => Promise<readonly Request[]>,
): Promise<void> {
  for (let start = 0; start < requests.length; start += size) {
    await sendAll(requests.slice(start, start + size), send);
  }
}

async function sendAll<Request>(
  batch: readonly Request[],
  send: (batch: Request[]) => Promise<readonly Request[]>,
): Promise<void> {
  let left = batch;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    left = await send([...left]);
    if (left.length === 0) return;
  }
  throw new Error(`DynamoDB did not take ${left.length} items of a batch in ${ATTEMPTS} attempts.`);
}
