/** Runs a job for each item, so many at a time, and waits for all of them. */
export async function atMost<T>(
  limit: number,
  items: readonly T[],
  job: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await job(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}
