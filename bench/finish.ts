import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ms } from './measure.ts';

const SIZES = (process.env['NETWALKER_BENCH_DEVICES'] ?? '250,1000').split(',').map(Number);

interface Finished {
  readonly requests: number;
  readonly cpuMs: number;
  readonly rssMb: number;
  readonly links: number;
}

/**
 * The end of a run beside ever more devices: the processor time for a device may not grow with them. The ratio is to the first size. A device has 28
 * ports, 6 neighbor entries, a target and 1.1 sessions, and the run before kept a map. 1,000 devices take about 20 s to store.
 */
export async function run(): Promise<void> {
  console.log('devices     links   requests       cpu  a device     ratio  peak memory');
  let first = 0;
  for (const devices of SIZES) {
    const { requests, cpuMs, rssMb, links } = await finished(devices);
    const each = cpuMs / devices;
    first ||= each;
    console.log(
      `${String(devices).padStart(7)} ${String(links).padStart(9)} ${String(requests).padStart(10)} ${ms(cpuMs).padStart(9)} ${ms(each).padStart(9)} ${(each / first).toFixed(2).padStart(9)} ${`${rssMb.toFixed(0)} MB`.padStart(12)}`,
    );
  }
}

async function finished(devices: number): Promise<Finished> {
  const world = fork(path.join(import.meta.dirname, 'finish-world.ts'), [String(devices)]);
  try {
    const [{ endpoint, runId }] = (await once(world, 'message')) as [{ endpoint: string; runId: string }];
    const end = fork(path.join(import.meta.dirname, 'finish-run.ts'), [endpoint, runId]);
    const [answer] = (await once(end, 'message')) as [Finished];
    return answer;
  } finally {
    world.kill();
  }
}
