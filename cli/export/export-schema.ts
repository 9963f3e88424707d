import { z } from 'zod';
import { FAILURE_CLASSES, PHASES } from '../../shared/model/outcome.ts';

/** Raised when a reader of the one before could no longer read it; a new key does not raise it. */
export const EXPORT_SCHEMA = 'netwalker-export/1';

const text = z.string();
const time = z.iso.datetime().meta({ description: 'ISO 8601, in UTC.' });
const failure = {
  class: z.enum(FAILURE_CLASSES),
  phase: z.enum(PHASES).meta({ description: 'Where in the probe it happened.' }),
  reason: text,
};
const end = z.strictObject({
  id: text.meta({ description: 'That of a device.' }),
  device: text.meta({ description: 'Its name.' }),
  port: text.nullable().meta({ description: 'As the device prints it, in its fullest form.' }),
});

const device = z.strictObject({
  id: text.meta({ description: 'Unique; `stub:...` where it was only told of.' }),
  name: text,
  site: text.nullable().meta({ description: 'By the rules of netwalker.yaml.' }),
  status: z.enum(['visited', 'failed', 'told']).meta({
    description: 'failed, told: only told of by neighbors, and the run could not visit it, or did not try.',
  }),
  platform: text.nullable(),
  vendor: text.nullable(),
  model: text.nullable(),
  osVersion: text.nullable(),
  serials: z.array(text).meta({ description: 'In a stack, of every member.' }),
  addresses: z.array(text),
  chassisIds: z.array(text),
  ports: z.array(
    z.strictObject({
      name: text,
      mac: text.nullable(),
      description: text.nullable(),
      addresses: z.array(text),
    }),
  ),
  uptimeSeconds: z.number().nullable(),
  firstSeenAt: time.nullable(),
  lastSeenAt: time.nullable(),
  lastRunId: text.nullable(),
  failure: z
    .strictObject(failure)
    .nullable()
    .meta({ description: 'Of this run, also where an earlier one visited it.' }),
});

const link = z.strictObject({
  a: end,
  b: end,
  status: z.enum(['confirmed', 'one-sided', 'conflicting']),
  protocols: z.array(z.enum(['cdp', 'lldp'])),
});

const neighbor = z.strictObject({
  deviceId: text.meta({ description: 'The device that said it.' }),
  protocol: z.enum(['cdp', 'lldp']),
  localPort: text.nullable(),
  remoteName: text.nullable(),
  remotePort: text.nullable(),
  remotePortDescription: text.nullable(),
  remoteDescription: text.nullable(),
  managementAddresses: z.array(text),
  chassisId: text.nullable(),
  platform: text.nullable(),
  capabilities: z.array(text),
  seenAt: time,
  runId: text,
});

/** `netwalker export --format json`: a contract. */
export const exportSchema = z
  .strictObject({
    schema: z.literal(EXPORT_SCHEMA),
    network: text,
    run: z.strictObject({
      runId: text,
      status: z.enum(['running', 'succeeded', 'truncated', 'aborted', 'failed']),
      startedAt: time,
      endedAt: time.nullable(),
    }),
    devices: z.array(device),
    links: z.array(link),
    neighbors: z.array(neighbor).meta({ description: 'Every entry, as the devices told it.' }),
    failures: z.array(
      z.strictObject({
        address: text,
        port: z.int(),
        name: text.nullable(),
        toldBy: text.nullable().meta({ description: 'The name of a device; null for a seed.' }),
        ...failure,
        attempts: z.int(),
        finishedAt: time.nullable(),
      }),
    ),
  })
  .meta({ title: 'What netwalker export --format json prints' });
