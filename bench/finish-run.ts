import { documentClient } from '../shared/adapters/dynamodb/client.ts';
import { dynamodbStore } from '../shared/adapters/dynamodb/store.ts';
import { systemClock } from '../shared/adapters/system/clock.ts';
import { finishRun } from '../shared/steps/finish-run.ts';
import { countRequests } from './count-requests.ts';

// The end of a run in a process of its own: its memory is that of nothing else.
const [endpoint = '', runId = ''] = process.argv.slice(2);
const client = documentClient({ endpoint });
const store = dynamodbStore({ client, table: 'netwalker' });
const requests = countRequests(client);
const before = process.cpuUsage();
const begun = performance.now();
const ports = { store, clock: systemClock, events: { emit: () => undefined } };
const summary = await finishRun(ports, { runId, status: 'succeeded' });
const { user, system } = process.cpuUsage(before);
const measured = {
  ...{ requests: requests(), cpuMs: (user + system) / 1000, tookMs: performance.now() - begun },
  rssMb: process.resourceUsage().maxRSS / 1024,
  ...{ devices: summary.devices, links: summary.links, drift: summary.drift },
};
if (process.send) process.send(measured, () => process.disconnect());
else console.log(JSON.stringify(measured));
client.destroy();
