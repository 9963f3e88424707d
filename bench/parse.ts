import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { PARSERS } from '../shared/parse/parsers.ts';
import { NEIGHBOR_FORMATS } from '../test/helpers/neighbor-tables/formats.ts';
import { numbered } from '../test/helpers/neighbor-tables/sample.ts';
import { ms } from './measure.ts';

/**
 * What 10,000 neighbors cost in every format: processor time (a busy machine lengthens no figure), what the entries keep in
 * memory, and the growth: four times the text should take four times the time. Then what a megabyte of noise costs beside a
 * quarter of it, over all parsers.
 */
export function run(): Promise<void> {
  console.log(
    `${'neighbors'.padEnd(40)} ${COUNTS.map((count) => `${count}`.padStart(9)).join(' ')}   growth   kept`,
  );
  for (const format of NEIGHBOR_FORMATS) printTable(format);
  console.log(
    `\n${'noise, all parsers'.padEnd(40)} ${'250 kB'.padStart(9)} ${'1 MB'.padStart(9)}   growth   slowest`,
  );
  for (const [name, noise] of Object.entries(NOISE)) printNoise(name, noise);
  return Promise.resolve();
}

const COUNTS = [2_500, 5_000, 10_000];

function printTable({ key, platforms, render }: (typeof NEIGHBOR_FORMATS)[number]): void {
  const parse = PARSERS[key]?.parse ?? (() => []);
  const texts = COUNTS.map((count) => render(numbered(count)));
  const times = texts.map((text) => leastMs(3, () => parse(text)));
  const [first = 1, , last = 0] = times;
  const kept = keptBytes(() => parse(texts[2] ?? ''));
  console.log(
    `${`${platforms[0]} ${key}`.padEnd(40)} ${times.map((time) => ms(time).padStart(9)).join(' ')}`,
    `  ${(last / first).toFixed(1)}x`.padEnd(10),
    `${(kept / 1e6).toFixed(1)} MB of ${((texts[2]?.length ?? 0) / 1e6).toFixed(1)} MB`,
  );
}

const random = (length: number): string => {
  let state = 1;
  return Buffer.from(Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 255)).toString(
    'latin1',
  );
};

const repeated =
  (unit: string) =>
  (length: number): string =>
    unit.repeat(Math.ceil(length / unit.length));

const NOISE: Readonly<Record<string, (length: number) => string>> = {
  'random bytes': random,
  'one line of a letter': repeated('a'),
  'one line of words': repeated('Gi1/0/1 a: '),
  'one line of escapes': repeated('\x1b[1'),
  'lines of a label': repeated('Device ID: \n'),
  'lines of a port': repeated('sw1   Gi1/0/1   120   R S I   Gi0/1\n'),
  'empty lines': repeated('\n'),
  'an open JSON list': repeated('{"a":['),
};

function printNoise(name: string, noise: (length: number) => string): void {
  const [small, large] = [noise(250_000), noise(1_000_000)];
  let [before, after] = [0, 0];
  let slowest = { key: '', time: 0 };
  for (const [key, { parse }] of Object.entries(PARSERS)) {
    before += leastMs(1, () => parse(small));
    const time = leastMs(1, () => parse(large));
    after += time;
    if (time > slowest.time) slowest = { key, time };
  }
  console.log(
    `${name.padEnd(40)} ${ms(before).padStart(9)} ${ms(after).padStart(9)}   ${(after / before).toFixed(1)}x`.padEnd(
      70,
    ),
    `${slowest.key} ${ms(slowest.time)}`,
  );
}

/** Milliseconds of processor time of the shortest of `runs` runs. */
function leastMs(runs: number, work: () => unknown): number {
  let least = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function keptBytes(work: () => unknown): number {
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept = work();
  collect();
  const bytes = process.memoryUsage().heapUsed - before;
  return kept === undefined ? 0 : bytes;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
