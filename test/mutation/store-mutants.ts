import type { Mutant } from './mutant.ts';

const STORE = 'test/contract/store-memory.test.ts';
const PROBE = 'test/unit/steps/probe-device.test.ts';
const RUN = 'test/unit/steps/run-steps.test.ts';
const STATES = 'test/contract/session-states.test.ts';
const LEDGER = 'shared/adapters/dynamodb/ledger.ts';
const TARGETS = 'shared/adapters/dynamodb/target-store.ts';

/** Every state of a session: a condition that always holds. */
const ANY =
  "stateIs('opening', 'open', 'closing', 'closed', 'never-opened', 'leaked', 'closed-late', 'reclaimed')";

/** The conditions of the store's writes. */
export const conditions: readonly Mutant[] = [
  {
    without: 'new rows only',
    file: LEDGER,
    find: 'if (await putItem(access, item, IS_NEW)) {',
    replace:
      "if (await putItem(access, item, { text: 'attribute_exists(#pk) OR attribute_not_exists(#pk)' })) {",
    test: STORE,
    fails: 'refuses a session id that is taken',
  },
  {
    without: 'open only from opening',
    file: LEDGER,
    find: "{ set: { state: 'open', ...open } }, stateIs('opening'))",
    replace: `{ set: { state: 'open', ...open } }, ${ANY})`,
    test: STATES,
    fails: 'what the table of states says',
  },
  {
    without: 'closing only from opening or open',
    file: LEDGER,
    find: "{ set: { state: 'closing' } }, stateIs('opening', 'open'))",
    replace: `{ set: { state: 'closing' } }, ${ANY})`,
    test: STATES,
    fails: 'what the table of states says',
  },
  {
    without: 'closed only from what was open',
    file: LEDGER,
    find: "['closed', stateIs('opening', 'open', 'closing')],",
    replace: `['closed', ${ANY}],`,
    test: STATES,
    fails: 'what the table of states says',
  },
  {
    without: 'late closes',
    file: LEDGER,
    find: "['closed-late', stateIs('leaked')],",
    replace: '',
    test: STATES,
    fails: 'what the table of states says',
  },
  {
    without: 'the deadline in the flag',
    file: LEDGER,
    find: "text: `${open.text} AND #deadline < :cutoff`,\n          values: { ...open.values, ':cutoff': cutoff },",
    replace: 'text: open.text, ...(cutoff > 0 ? { values: { ...open.values } } : {}),',
    test: STORE,
    fails: 'does not flag a row before its deadline has passed',
  },
  {
    without: 'flagging only what is open',
    file: LEDGER,
    find: "const open = stateIs('opening', 'open', 'closing');",
    replace: `const open = ${ANY};`,
    test: STATES,
    fails: 'what the table of states says',
  },
  {
    without: 'one claim of a target',
    file: TARGETS,
    find: "text: '#status = :pending OR (#status = :active AND #leaseUntil < :now AND #owner <> :owner)',",
    replace:
      "text: '#status = :pending OR (#status = :active AND (#leaseUntil < :now OR #owner <> :owner))',",
    test: PROBE,
    fails: 'is one of two',
  },
  {
    without: 'the owner at the end of a target',
    file: TARGETS,
    find: 'text: `#owner = :owner AND (#status = :active OR ${repeated})`,',
    replace: 'text: `#owner = :owner OR #status = :active OR ${repeated}`,',
    test: STORE,
    fails: 'does not let an owner finish what another one holds',
  },
  {
    without: 'the lease when a target is given back',
    file: TARGETS,
    find: "text: `${held.text} AND #leaseUntil = :leaseUntil`,\n    values: { ...held.values, ':leaseUntil': lease.leaseUntil },",
    replace: 'text: held.text,\n    values: { ...held.values },',
    test: STORE,
    fails: 'gives back or abandons a target only while',
  },
  {
    without: 'the lock of a network',
    file: 'shared/adapters/dynamodb/run-store.ts',
    find: "text: 'attribute_not_exists(#pk) OR #until <= :now OR #runId = :runId',",
    replace:
      "text: 'attribute_not_exists(#pk) OR #until <= :now OR #runId = :runId OR attribute_exists(#pk)',",
    test: RUN,
    fails: 'refuses a second run of the network',
  },
  {
    without: 'ending a run once',
    file: 'shared/adapters/dynamodb/run-store.ts',
    find: "{ text: '#status = :running', values: { ':running': 'running' } },",
    replace: "{ text: '#status = :running OR attribute_exists(#pk)', values: { ':running': 'running' } },",
    test: RUN,
    fails: 'keeps the first summary',
  },
  {
    without: 'who pins first wins',
    file: 'shared/adapters/dynamodb/host-key-store.ts',
    find: '        { ...key, ...keys.hostKey(key.network, key.address, key.port) },\n        IS_NEW,',
    replace:
      "        { ...key, ...keys.hostKey(key.network, key.address, key.port) },\n        { text: 'attribute_exists(#pk) OR attribute_not_exists(#pk)' },",
    test: STORE,
    fails: 'pins the key of whoever comes first',
  },
  {
    without: 'one device for an alias',
    file: 'shared/adapters/dynamodb/device-store.ts',
    find: 'if (await putItem(access, { ...item, ...key }, IS_NEW)) {',
    replace:
      "if (await putItem(access, { ...item, ...key }, { text: 'attribute_exists(#pk) OR attribute_not_exists(#pk)' })) {",
    test: STORE,
    fails: 'lets racing writers of one alias meet',
  },
  {
    without: 'one holder of a device',
    file: 'shared/adapters/dynamodb/line-store.ts',
    find: "text: 'attribute_not_exists(#pk) OR #until <= :now OR #owner = :owner',",
    replace: "text: 'attribute_not_exists(#pk) OR #until <= :now OR attribute_exists(#owner)',",
    test: 'test/contract/login-store.test.ts',
    fails: 'has one holder at a time',
  },
  {
    without: 'freeing only what is ours',
    file: 'shared/adapters/dynamodb/line-store.ts',
    find: "{ text: '#owner = :owner', values: { ':owner': owner } }",
    replace: "{ text: 'attribute_exists(#owner)' }",
    test: 'test/contract/login-store.test.ts',
    fails: 'has one holder at a time',
  },
  {
    without: 'three tries at once',
    file: 'shared/adapters/dynamodb/login-store.ts',
    find: "text: 'attribute_not_exists(#trying) OR #trying < :limit', values: { ':limit': limit } };",
    replace:
      "text: 'attribute_not_exists(#trying) OR #trying < :limit OR attribute_exists(#trying)', values: { ':limit': limit } };",
    test: 'test/contract/login-store.test.ts',
    fails: 'lets three try at once',
  },
  {
    without: 'one canary',
    file: 'shared/adapters/dynamodb/login-store.ts',
    find: "{ text: '#pausedUntil = :seen', values: { ':seen': seen } },",
    replace: "{ text: 'attribute_exists(#pausedUntil) OR #pausedUntil = :seen', values: { ':seen': seen } },",
    test: 'test/contract/login-store.test.ts',
    fails: 'lets one canary through',
  },
  {
    without: 'the count of logins in a window',
    file: 'shared/adapters/dynamodb/login-store.ts',
    find: "text: '#window = :window AND #taken < :limit'",
    replace: "text: '#window = :window AND (#taken < :limit OR attribute_exists(#taken))'",
    test: 'test/contract/login-store.test.ts',
    fails: 'has so many turns in a window',
  },
];
