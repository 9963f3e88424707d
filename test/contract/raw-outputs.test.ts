import { randomBytes } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTable, type TestTable } from '../helpers/table.ts';

let table: TestTable;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.close());

describe('outputs that are kept', () => {
  it('are read back in their order, each target its own', async () => {
    const { store } = table;
    const outputs = [
      { command: 'show version', status: 'ok', output: 'Cisco IOS Software\n' },
      { command: 'show lldp neighbors', status: 'rejected', output: '% LLDP is not enabled\n' },
      { command: 'show cdp neighbors', status: 'broken-off', output: '' },
    ] as const;
    await store.saveRawOutputs('r', '10.0.0.1', outputs);
    await store.saveRawOutputs('r', '10.0.0.10', outputs.slice(0, 1));
    expect(await store.listRawOutputs('r', '10.0.0.1')).toEqual(outputs);
    expect(await store.listRawOutputs('r', '10.0.0.10')).toHaveLength(1);
    expect(await store.listRawOutputs('other', '10.0.0.1')).toEqual([]);
    await store.saveRawOutputs('r', '10.0.0.1', outputs.slice(1));
    expect(await store.listRawOutputs('r', '10.0.0.1')).toEqual(outputs.slice(1));
  });

  it('stay in items under 64 KB, the end cut off and said so, as many as a visit can have', async () => {
    const { store } = table;
    const words = Array.from({ length: 40_000 }, (_, line) => `line ${line} of an output\n`).join('');
    const noise = randomBytes(400_000).toString('base64');
    const many = Array.from(
      { length: 500 },
      () => ({ command: 'c'.repeat(10_000), status: 'ok', output: 'x' }) as const,
    );
    await store.saveRawOutputs('big', 't', [
      { command: 'words', status: 'ok', output: words },
      { command: 'noise', status: 'ok', output: noise },
      ...many,
    ]);
    const [first, second, ...others] = await store.listRawOutputs('big', 't');
    expect(words.startsWith(first?.output ?? 'none') && (first?.output.length ?? 0) > 100_000).toBe(true);
    expect(noise.startsWith(second?.output ?? 'none')).toBe(true);
    expect((second?.output.length ?? 0) + (second?.cut ?? 0)).toBe(noise.length);
    expect(others).toHaveLength(198);
    const { Items: items = [] } = await table.client.send(new ScanCommand({ TableName: table.table }));
    const size = (item: Record<string, unknown>): number =>
      Object.values(item).reduce<number>(
        (sum, value) => sum + (value instanceof Uint8Array ? value.length : Buffer.byteLength(String(value))),
        0,
      );
    expect(Math.max(...items.map(size))).toBeLessThan(64 * 1024);
  });
});
