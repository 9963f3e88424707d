import { afterEach, describe, expect, test } from 'vitest';
import { openOnDevices, startLabWalk, type LabWalk } from './walk-lab.ts';

let walking: LabWalk;
afterEach(() => walking.close());

/** What the seed was asked in a run, in order, and how it answered. */
async function asked(seed: string): Promise<readonly string[]> {
  const summary = await walking.walk({ seeds: [seed], maxDepth: 0, keepRaw: true });
  expect(summary).toMatchObject({ status: 'succeeded', failures: {} });
  expect(await openOnDevices(walking.lab)).toEqual({});
  const outputs = await walking.store.listRawOutputs(summary.runId, seed);
  return outputs.map(({ command, status }) => `${command}: ${status}`);
}

const deviceAt = async (seed: string) => {
  const { store, lab } = walking;
  const device = await store.getDevice(
    lab.network,
    (await store.getAlias(lab.network, `address:${seed}`)) ?? '',
  );
  if (!device) throw new Error(`nothing is stored of ${seed}`);
  return device;
};

const TEXT = ['show version', 'show cdp neighbors detail', 'show lldp neighbors detail'];
const inText = TEXT.map((command) => `${command}: ok`);
const inJson = TEXT.map((command) => `${command} | json: ok`);
const jsonThenText = TEXT.flatMap((command) => [`${command} | json: rejected`, `${command}: ok`]);

describe('a device that was visited before', () => {
  test('is asked at once what it answered last time, and for structured output again in another OS version', async () => {
    walking = await startLabWalk({ topology: 'mixed', faults: { 'nx-01': 'text-only' } });
    const [seed = ''] = walking.lab.seeds;
    expect(await asked(seed)).toEqual(jsonThenText);
    const device = await deviceAt(seed);
    expect(device).toMatchObject({
      platform: 'cisco_nxos',
      unsupported: [],
      answered: Object.fromEntries(TEXT.map((command) => [`${command} | json`, command])),
    });
    expect(await asked(seed)).toEqual(inText);
    expect((await deviceAt(seed)).answered).toEqual(device.answered);
    // Upgraded since: its version is known only after the first answer, and from there on JSON comes first again.
    await walking.store.saveDevice({ ...(await deviceAt(seed)), osVersion: '9.2(4)' });
    expect(await asked(seed)).toEqual(['show version: ok', ...jsonThenText.slice(2)]);
    // What was answered without trying JSON is not remembered: the next visit tries it.
    expect(await asked(seed)).toEqual([...jsonThenText.slice(0, 2), ...inText.slice(1)]);
  });

  test('is asked for structured output for as long as it gives it', async () => {
    walking = await startLabWalk({ topology: 'mixed' });
    const [seed = ''] = walking.lab.seeds;
    expect(await asked(seed)).toEqual(inJson);
    expect(await asked(seed)).toEqual(inJson);
  });

  test('is asked anew where its platform is another one, and where what it answered is refused by now', async () => {
    walking = await startLabWalk({ topology: 'mixed' });
    const [seed = ''] = walking.lab.seeds;
    await asked(seed);
    const device = await deviceAt(seed);
    const answered = Object.fromEntries(TEXT.map((command) => [`${command} | json`, command]));
    await walking.store.saveDevice({ ...device, platform: 'cisco_ios', answered });
    expect(await asked(seed)).toEqual(inJson);
    const gone = {
      'show version | json': 'show version of old',
      'show cdp neighbors detail | json': 'show cdp neighbors',
    };
    await walking.store.saveDevice({ ...device, answered: gone });
    expect(await asked(seed)).toEqual([inJson[0], 'show cdp neighbors: ok', inJson[2]]);
  });
});
