/** One thing taken away or broken, and the test that must notice. */
export interface Mutant {
  /** What is missing then. */
  readonly without: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** A test file, and a part of the title of a test in it that must fail. */
  readonly test: string;
  readonly fails: string;
}

const SESSION = 'test/contract/session-faults.test.ts';
const STORE = 'test/contract/store-memory.test.ts';
const REAPER = 'test/contract/reaper.test.ts';
const PROBE = 'test/unit/steps/probe-device.test.ts';
const RUN = 'test/unit/steps/run-steps.test.ts';
const STATES = 'test/contract/session-states.test.ts';
const LEDGER = 'shared/adapters/dynamodb/ledger.ts';
const TARGETS = 'shared/adapters/dynamodb/target-store.ts';

/** Every state of a session: a condition that always holds. */
const ANY =
  "stateIs('opening', 'open', 'closing', 'closed', 'never-opened', 'leaked', 'closed-late', 'reclaimed')";

const closing: readonly Mutant[] = [
  {
    without: 'leaving the shell',
    file: 'shared/session/close.ts',
    find: 'await leave(limits.leaveMs);',
    replace: '',
    test: SESSION,
    fails: 'a device that ends TCP itself',
  },
  {
    without: 'DISCONNECT and FIN',
    file: 'shared/session/close.ts',
    find: 'wire.end();',
    replace: '',
    test: SESSION,
    fails: "meets 'silence'",
  },
  {
    without: 'the reset of our own socket',
    file: 'shared/session/close.ts',
    find: 'wire.reset();',
    replace: '',
    test: SESSION,
    fails: 'a FIN that is never answered',
  },
  {
    without: 'destroying a socket that is connecting',
    file: 'shared/adapters/ssh2/connect.ts',
    find: '      if (socket.connecting) socket.destroy();\n      else',
    replace: '      if (!socket.connecting)',
    test: SESSION,
    fails: 'no SYN-ACK',
  },
  {
    without: 'the reset of a connected socket',
    file: 'shared/adapters/ssh2/connect.ts',
    find: 'else socket.resetAndDestroy();',
    replace: '',
    test: SESSION,
    fails: 'a FIN that is never answered',
  },
  {
    without: 'the proof: a close is taken for one',
    file: 'shared/session/close.ts',
    find: "return wire.sawReset ? 'peer-reset' : 'unconfirmed';",
    replace: "return 'peer-fin';",
    test: SESSION,
    fails: 'a FIN that is never answered',
  },
];

const writing: readonly Mutant[] = [
  {
    without: 'the row before dialling',
    file: 'shared/steps/ledgered-session.ts',
    find: 'await store.sessionOpening(row);',
    replace: '',
    test: PROBE,
    fails: 'opens no connection when the ledger cannot be written first',
  },
  {
    without: 'the write of an open connection',
    file: 'shared/steps/ledgered-session.ts',
    find: 'await keep(store.sessionOpen(row, open));',
    replace: '',
    test: PROBE,
    fails: 'sends no password when the ledger cannot say',
  },
  {
    without: 'stopping where the open connection cannot be written',
    file: 'shared/steps/ledgered-session.ts',
    find: '        if (ledgerFault) throw ledgerFault.error;\n        events',
    replace: '        events',
    test: PROBE,
    fails: 'sends no password when the ledger cannot say',
  },
  {
    without: 'the write of the end',
    file: 'shared/steps/ledgered-session.ts',
    find: 'await keep(recordEnd(ports, row, result));',
    replace: '',
    test: PROBE,
    fails: 'leaves one closed row in the ledger',
  },
  {
    without: 'throwing on what the ledger could not take',
    file: 'shared/steps/ledgered-session.ts',
    find: '  if (ledgerFault) throw ledgerFault.error;\n  return',
    replace: '  return',
    test: PROBE,
    fails: 'closes its session when the store fails at sessionClosed',
  },
];

const conditions: readonly Mutant[] = [
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
];

const deciding: readonly Mutant[] = [
  {
    without: 'the grace of the reaper',
    file: 'shared/steps/sweep.ts',
    find: 'const cutoff = gone === null ? now - GRACE_MS : Number.MAX_SAFE_INTEGER;',
    replace: 'const cutoff = gone === null ? now + GRACE_MS : Number.MAX_SAFE_INTEGER;',
    test: REAPER,
    fails: 'flags nothing within the grace',
  },
  {
    without: 'giving the target of a leak back',
    file: 'shared/steps/sweep.ts',
    find: 'await store.giveBack(runId, targetId, {',
    replace: 'if (targetId === "") await store.giveBack(runId, targetId, {',
    test: REAPER,
    fails: 'gives the target of a lost holder back once',
  },
  {
    without: 'freeing the lease of a leak',
    file: 'shared/steps/sweep.ts',
    find: 'await store.freeLine(place, lineOwner(runId, requestId));',
    replace: '',
    test: 'test/contract/reaper.test.ts',
    fails: 'frees the device',
  },
  {
    without: 'the wait for what is closing',
    file: 'shared/steps/finish-run.ts',
    find: 'if (clock.now() >= until) return (await store.listSessions(runId)).filter(isOpen);',
    replace: 'if (clock.now() >= 0) return (await store.listSessions(runId)).filter(isOpen);',
    test: RUN,
    fails: 'waits for a session that is closing',
  },
  {
    without: 'the scope check of the probe',
    file: 'shared/steps/probe-device.ts',
    find: 'if (!verdict.allowed) {',
    replace: 'if (!verdict.allowed && target.address === "") {',
    test: PROBE,
    fails: 'scope',
  },
  {
    without: 'dropping a late result',
    file: 'shared/steps/probe-device.ts',
    find: "if (ours?.status !== 'active' || ours.owner !== invocation.requestId) return failed(LATE);",
    replace: '',
    test: PROBE,
    fails: 'stores nothing when its lease was given to another',
  },
  {
    without: 'the lease of the device',
    file: 'shared/steps/hold-device.ts',
    find: '    while (!(await takes(ports, place, owner, invocation))) {',
    replace: '    while (place === "" && !(await takes(ports, place, owner, invocation))) {',
    test: 'test/e2e/walk/line-pressure.test.ts',
    fails: 'never has two sessions to one device',
  },
  {
    without: 'the comparison of host keys',
    file: 'shared/steps/host-key-check.ts',
    find: 'if (pinned.fingerprint === key.fingerprint) return { trusted: true };',
    replace: 'if (pinned.fingerprint !== "") return { trusted: true };',
    test: 'test/e2e/walk/faults.test.ts',
    fails: 'changed',
  },
  {
    without: 'the proof that a line is ours',
    file: 'shared/topology/own-line.ts',
    find: '  if (others.length > 0) {',
    replace: '  if (others.length > 99) {',
    test: 'test/property/own-line.test.ts',
    fails: 'is never a line of anybody else',
  },
  {
    without: 'our own connection in the proof',
    file: 'shared/topology/own-line.ts',
    find: '  const mine = connections.find((each) => isAt(each, own));',
    replace: '  const mine = connections.find((each) => isAt(each, own)) ?? connections[0];',
    test: 'test/property/own-line.test.ts',
    fails: 'is never a line of anybody else',
  },
  {
    without: 'ending an invocation that overran',
    file: 'cli/engine/sandbox-pool.ts',
    find: '          endThread(task.id);',
    replace: '',
    test: 'test/e2e/sandbox.test.ts',
    fails: 'that blocks its event loop',
  },
  {
    without: 'freeing a device when the session is over',
    file: 'shared/steps/probe-device.ts',
    find: '    await held.release();',
    replace: '',
    test: PROBE,
    fails: 'holds its device while its session stands, and frees it then',
  },
];

export const MUTANTS: readonly Mutant[] = [...closing, ...writing, ...conditions, ...deciding];
