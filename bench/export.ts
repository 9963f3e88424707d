import { FORMAT_NAMES, FORMATS, type Format } from '../cli/export/formats.ts';
import { layOut } from '../cli/map/layout/lay-out.ts';
import { jsonExport } from '../cli/export/write-json.ts';
import type { NetworkView } from '../shared/model/network-view.ts';
import { labView } from '../test/helpers/lab-view.ts';
import { ms } from './measure.ts';

const DEVICES = Number(process.env['NETWALKER_BENCH_DEVICES'] ?? 2000);
/** Mermaid draws small networks only. */
const SMALL = 200;

/**
 * How much processor time each format takes and how large it is, beside what `JSON.stringify` takes for the same network: the least of
 * some runs, as everything else only adds.
 */
export async function run(): Promise<void> {
  const [large, small] = [await labView('campus', DEVICES), await labView('campus', SMALL)];
  const bare = await leastCpuMs(() => JSON.stringify(jsonExport(large)));
  console.log(`${DEVICES} devices, ${large.links.length} links; JSON.stringify alone ${ms(bare)}`);
  for (const format of FORMAT_NAMES) {
    const view = format === 'mermaid' ? small : large;
    const { time, bytes, files } = await measure(format, view);
    const size = `${(bytes / 1e6).toFixed(2)} MB in ${files} file${files === 1 ? '' : 's'}`;
    const note = view === small ? ` (${SMALL} devices, ${small.links.length} links)` : '';
    console.log(`${format.padEnd(8)} ${ms(time).padStart(8)} (${(time / bare).toFixed(1)}x)  ${size}${note}`);
  }
}

async function measure(
  format: Format,
  view: NetworkView,
): Promise<{ time: number; bytes: number; files: number }> {
  const write = await FORMATS[format]();
  const positions = layOut(view);
  const make = () => write(view, { positions: async () => positions });
  const time = await leastCpuMs(make);
  const { files } = await make();
  return {
    time,
    bytes: files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0),
    files: files.length,
  };
}

const RUNS = 5;

async function leastCpuMs(work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
