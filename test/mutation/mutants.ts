import type { Mutant } from './mutant.ts';
import { conditions } from './store-mutants.ts';

const SESSION = 'test/contract/session-faults.test.ts';
const REAPER = 'test/contract/reaper.test.ts';
const PROBE = 'test/unit/steps/probe-device.test.ts';
const RUN = 'test/unit/steps/run-steps.test.ts';

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
    find: 'if (clock.now() >= until) return store.listSessions(runId, { open: true });',
    replace: 'if (clock.now() >= 0) return store.listSessions(runId, { open: true });',
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
