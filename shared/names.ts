/**
 * Every name that something outside the code can see: keys of the table, indexes, environment variables. Keys can be read
 * by a person; docs/data-model.md explains them with queries to paste.
 */

export const TABLE = { pk: 'pk', sk: 'sk', g1pk: 'g1pk', g1sk: 'g1sk', g2pk: 'g2pk', g2sk: 'g2sk' } as const;
/** Sparse: sessions that are open, by deadline (`OPEN#<shard>`). A hint for the reaper, never a decision. */
export const INDEX_OPEN = 'open-sessions';
/** Lists: runs by start (`RUNS`), devices of a network by name (`DEVICES#<network>`). */
export const INDEX_LIST = 'lists';

/**
 * Epoch seconds: DynamoDB deletes the item some time after. Only items of runs carry it, only on AWS, and only where the
 * deployment says how long runs are kept. Nothing reads it.
 */
export const TTL_ATTRIBUTE = 'expiresAt';

/** A run's targets and sessions are spread over this many partitions, and so is the index of open sessions. */
export const SHARDS = 8;

/** FNV-1a, 32 bit: spreads keys evenly, the same on every machine. */
function fnv1a(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

export function shardOf(text: string): number {
  return fnv1a(text) % SHARDS;
}

/** DynamoDB ends a sort key at 1,024 bytes and a partition key at 2,048: no part of a key is longer than this. */
const KEY_PART_BYTES = 480;

/** A part of a key as it is; a longer one is cut, and a hash of the whole keeps two long ones apart. */
export function keyPart(text: string, maxBytes: number = KEY_PART_BYTES): string {
  if (Buffer.byteLength(text) <= maxBytes) {
    return text;
  }
  const whole = [0x811c9dc5, 0x1000193, 0x7ee3623b].map((seed) => fnv1a(text, seed).toString(16)).join('');
  // A cut inside a character reads as U+FFFD (3 bytes): the reserve covers it and the hash (24 digits).
  return `${Buffer.from(text)
    .subarray(0, maxBytes - 32)
    .toString('utf8')}~${whole}`;
}

export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

export const keys = {
  lock: (network: string): ItemKey => ({ pk: `NETWORK#${network}`, sk: 'LOCK' }),
  hostKey: (network: string, address: string, port: number): ItemKey => ({
    pk: `NETWORK#${network}`,
    sk: `HOSTKEY#${keyPart(address)}#${port}`,
  }),
  run: (runId: string): ItemKey => ({ pk: `RUN#${runId}`, sk: 'RUN' }),
  runMap: (runId: string, part: number): ItemKey => ({
    pk: `RUN#${runId}`,
    sk: `MAP#${String(part).padStart(3, '0')}`,
  }),
  line: (place: string): ItemKey => ({ pk: `LINE#${keyPart(place)}`, sk: 'LINE' }),
  logins: (runId: string, username: string): ItemKey => ({
    pk: `RUN#${runId}`,
    sk: `LOGINS#${keyPart(username)}`,
  }),
  account: (username: string): ItemKey => ({ pk: `ACCOUNT#${keyPart(username)}`, sk: 'ACCOUNT' }),
  visit: (runId: string, deviceId: string): ItemKey => ({
    pk: `RUN#${runId}#${shardOf(deviceId)}`,
    sk: `VISIT#${keyPart(deviceId)}`,
  }),
  target: (runId: string, targetId: string): ItemKey => ({
    pk: `RUN#${runId}#${shardOf(targetId)}`,
    sk: `TARGET#${keyPart(targetId)}`,
  }),
  /** One output of a visit, in their order. */
  rawOutput: (runId: string, targetId: string, part: number): ItemKey => ({
    pk: `RUN#${runId}#${shardOf(targetId)}`,
    sk: `RAW#${keyPart(targetId)}#${String(part).padStart(3, '0')}`,
  }),
  session: (runId: string, sessionId: string): ItemKey => ({
    pk: `RUN#${runId}#${shardOf(sessionId)}`,
    sk: `SESSION#${sessionId}`,
  }),
  runShard: (runId: string, shard: number): string => `RUN#${runId}#${shard}`,
  device: (network: string, deviceId: string): ItemKey => ({
    pk: `DEVICE#${network}#${keyPart(deviceId)}`,
    sk: 'DEVICE',
  }),
  neighbor: (network: string, deviceId: string, entry: string): ItemKey => ({
    pk: `DEVICE#${network}#${keyPart(deviceId)}`,
    sk: `NEIGHBOR#${entry}`,
  }),
  alias: (network: string, alias: string): ItemKey => ({
    pk: `ALIAS#${network}#${keyPart(alias)}`,
    sk: 'ALIAS',
  }),
} as const;

/** What stands before every partition key of a run's items. */
export const RUN_ITEMS = 'RUN#';

/** What stands before the sort keys of one kind: for queries. */
export const SK_PREFIX = {
  hostKey: 'HOSTKEY#',
  runMap: 'MAP#',
  target: 'TARGET#',
  session: 'SESSION#',
  neighbor: 'NEIGHBOR#',
} as const;

/** The same index holds what leaked in a run, by when it was flagged, until it closes late or is reclaimed. */
export const leakedOf = (runId: string): string => `LEAKED#${runId}`;
export const openShard = (shard: number): string => `OPEN#${shard}`;
export const RUNS_LIST = 'RUNS';
export const devicesList = (network: string): string => `DEVICES#${network}`;
/** Runs sort by start, devices by name without case; the id keeps equals apart. */
export const runOrder = (startedAt: number, runId: string): string =>
  `${new Date(startedAt).toISOString()}#${runId}`;
export const deviceOrder = (name: string, deviceId: string): string =>
  `${keyPart(name.toLowerCase())}#${keyPart(deviceId)}`;
/** The readable part of a neighbor's key; entries that look alike get a counter behind it. */
export const neighborEntry = (localPort: string, protocol: string, remote: string): string =>
  `${keyPart(localPort, 240)}#${protocol}#${keyPart(remote)}`;

/** What the functions read from their environment. */
export const ENV = {
  table: 'NETWALKER_TABLE',
  /** DynamoDB endpoint; only for the embedded engine and tests. */
  endpoint: 'NETWALKER_DYNAMODB_ENDPOINT',
  /** Secrets Manager names or ARNs with their matchers, as JSON. */
  credentials: 'NETWALKER_CREDENTIALS',
  /** The deployed settings (seeds, scope, limits), as JSON: an execution may narrow them. */
  settings: 'NETWALKER_SETTINGS',
  /** After how many days items of a run may go; without it they stay. */
  keepRunsDays: 'NETWALKER_KEEP_RUNS_DAYS',
  /** The event bus that events go to; without it none are sent. */
  eventBus: 'NETWALKER_EVENT_BUS',
} as const;

/** `source` of the events that are sent to an event bus: docs/events.md. */
export const EVENT_SOURCE = 'netwalker';

/** Outputs of the stack: how the command line finds a deployment by its name. */
export const STACK_OUTPUTS = {
  table: 'TableName',
  stateMachine: 'StateMachineArn',
  alarmTopic: 'AlarmTopicArn',
} as const;

/** What a person sets on a laptop. */
export const USER_ENV = {
  username: 'NETWALKER_USERNAME',
  password: 'NETWALKER_PASSWORD',
  enable: 'NETWALKER_ENABLE',
} as const;

/** Placeholders in discovery.asl.json. */
export const ASL_PLACEHOLDERS = {
  startRun: 'StartRunArn',
  planWave: 'PlanWaveArn',
  probeDevice: 'ProbeDeviceArn',
  reapSessions: 'ReapSessionsArn',
  reclaimSession: 'ReclaimSessionArn',
  finishRun: 'FinishRunArn',
} as const;
export type FunctionName = keyof typeof ASL_PLACEHOLDERS;

/** Step Functions: input or output of a state, in bytes. Not raised by the 2026 change to asynchronous payloads. */
export const PAYLOAD_LIMIT_BYTES = 262_144;
