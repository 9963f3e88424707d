import { connect } from 'node:net';
import type { Phase } from '../../../shared/model/outcome.ts';
import type { FakeDevice } from '../../helpers/fake-ssh-device.ts';
import { cli, ended, IDENT, VERSION, type FaultRow, type Moment } from './fault-row.ts';

/** Longer than a row may take: the phase's own bound must not come first. */
const LONG = { connectMs: 20_000, identMs: 20_000, handshakeMs: 20_000, authMs: 20_000 };
const LONGER = { openMs: 20_000, promptMs: 20_000, commandIdleMs: 20_000, commandMs: 20_000 };
/** The client has what was sent before. */
const SOON_MS = 150;

type Place = Pick<FaultRow, 'device' | 'dialer' | 'store'>;

/** How the moment is found at which a session is in a phase, whatever the machine's speed. */
const PLACES: readonly (readonly [Phase, (moment: () => void) => Place])[] = [
  [
    'connect',
    (now) => ({
      dialer: () => ({
        connect: () => connect({ host: 'black-hole.invalid', port: 22, lookup: () => now() }),
      }),
    }),
  ],
  [
    'ident',
    (now) => ({
      device: { onSocket: (socket) => Boolean(socket.once('end', () => socket.end()).once('data', now)) },
    }),
  ],
  ['handshake', (now) => ({ device: { onSocket: (socket) => Boolean(answersIdent(socket, now)) } })],
  [
    'host-key',
    (now) => ({
      device: {},
      store: (store) => ({
        pinHostKey: async (key) => {
          now();
          return store.pinHostKey(key);
        },
      }),
    }),
  ],
  ['auth', (now) => ({ device: { onAuth: now } })],
  ['open', (now) => ({ device: { onSession: (client) => client.on('session', now) } })],
  ['prompt', (now) => ({ device: { onShell: () => void setTimeout(now, SOON_MS) } })],
  ['command', (now) => ({ device: { onShell: cli({ 'show version': now }) } })],
];

/** The client's list of algorithms comes once it has read our ident. */
function answersIdent(socket: Parameters<NonNullable<FakeDevice['onSocket']>>[0], now: () => void) {
  socket.once('end', () => socket.end());
  socket.on('data', (bytes: Buffer) => bytes.includes('curve25519') && now());
  return socket.write(IDENT);
}

const rowsOf = (
  fault: string,
  ends: 'deadline' | 'interrupted',
  what: (moment: Moment) => void,
): FaultRow[] =>
  PLACES.map(([phase, placeOf]) => ({
    ...{ fault, phase, ends, closed: phase === 'connect' ? 'never-opened' : ended('peer-fin') },
    ...{ limits: { ...LONG, ...LONGER } },
    ...late(placeOf, what),
  }));

/** The place is made anew for each run of the row, with that run's moment. */
function late(placeOf: (now: () => void) => Place, what: (moment: Moment) => void): Place {
  const at = (moment: Moment): Place => placeOf(() => what(moment));
  const example = placeOf(() => undefined);
  return {
    ...(example.device ? { device: (moment: Moment) => at(moment).device as FakeDevice } : {}),
    ...(example.dialer ? { dialer: (moment: Moment) => at(moment).dialer!(moment) } : {}),
    ...(example.store ? { store: (store, moment: Moment) => at(moment).store!(store, moment) } : {}),
  };
}

export const brokenOff: readonly FaultRow[] = [
  ...rowsOf('the deadline', 'deadline', ({ deadline }) => deadline()),
  ...rowsOf('an interruption', 'interrupted', ({ interrupt }) => interrupt()),
  ...(['deadline', 'interrupt'] as const).map((which): FaultRow => ({
    fault: which === 'deadline' ? 'the deadline while it closes' : 'an interruption while it closes',
    phase: '-',
    ends: 'ok',
    closed: ['graceful', 'peer-fin'],
    device: (moment) => ({
      onShell: (channel, socket) =>
        cli({ 'show version': VERSION }, { onExit: () => (moment[which](), void socket.end()) })(channel),
    }),
  })),
];
