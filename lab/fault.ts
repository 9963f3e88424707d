import type { Socket } from 'node:net';

/** One row of the fault table: every key is a deviation from a healthy device, at one layer. */
export interface FaultBehavior {
  /** For docs and test titles. */
  readonly does: string;
  /** Nothing listens at the address. */
  readonly refused?: true;
  /** Takes the socket right after accept; SSH never starts. */
  readonly wire?: (socket: Socket) => void;
  /** `wire` is for the first connections only; then the device behaves. */
  readonly connections?: number;
  readonly auth?: 'silent' | 'rejects' | 'keyboard-only';
  readonly channel?: 'refused' | 'no-shell';
  readonly greeting?: 'none' | 'flood' | 'hash';
  readonly ignoresLength?: true;
  /** What becomes of a show command, or of an exec script. */
  readonly command?: 'hangs' | 'floods' | 'fin' | 'reset';
  /** Rejects what has a pipe in it: no structured output. */
  readonly plainOnly?: true;
  /** Of these commands only. */
  readonly commands?: RegExp;
  readonly exit?: 'ignored' | 'asks' | 'keeps-socket' | 'half-closes';
  readonly slow?: true;
  readonly otherHostKey?: true;
}

const HTTP_ANSWER = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

export const FAULTS = {
  refused: { does: 'maps the address to a closed port', refused: true },
  silent: { does: 'accepts and never says a word', wire: (socket) => void socket.resume() },
  http: {
    does: 'answers the identification line as a web server does, and ends',
    wire: (socket) => void socket.once('data', () => socket.end(HTTP_ANSWER)).resume(),
  },
  ssh1: { does: 'speaks SSH 1.5 only', wire: (socket) => void socket.resume().write('SSH-1.5-Cisco-1.25\n') },
  'vty-text': {
    does: 'says that its lines are in use, and ends',
    wire: (socket) => void socket.resume().end('% Line in use\r\n'),
  },
  'vty-text-twice': {
    does: 'says that its lines are in use, twice, and then has one',
    wire: (socket) => void socket.resume().end('% Line in use\r\n'),
    connections: 2,
  },
  'close-on-accept': { does: 'accepts and ends', wire: (socket) => void socket.resume().end() },
  'reset-on-accept': { does: 'accepts and resets', wire: (socket) => void socket.resetAndDestroy() },
  'no-auth-answer': { does: 'never answers an authentication request', auth: 'silent' },
  'wrong-password': { does: 'takes no password', auth: 'rejects' },
  'kbd-interactive-only': {
    does: 'takes the password over keyboard-interactive only',
    auth: 'keyboard-only',
  },
  'channel-refused': { does: 'opens no channel: resource shortage', channel: 'refused' },
  'shell-refused': { does: 'opens a channel and refuses a shell or a command on it', channel: 'no-shell' },
  'no-prompt': { does: 'opens a shell that prints nothing', greeting: 'none' },
  'banner-flood': { does: 'prints a banner without end', greeting: 'flood' },
  'motd-hash': { does: 'greets with a message that ends like a prompt', greeting: 'hash' },
  'pager-ignores-length': { does: 'pages at 24 lines whatever it was told', ignoresLength: true },
  'text-only': { does: 'knows no structured output: rejects what has a pipe in it', plainOnly: true },
  'command-hangs': { does: 'takes a command and never answers', command: 'hangs' },
  'command-flood': { does: 'answers a command without end', command: 'floods' },
  'dies-mid-output': { does: 'ends TCP in the middle of an answer', command: 'fin' },
  'resets-mid-output': { does: 'resets TCP in the middle of an answer', command: 'reset' },
  'vlans-hang': {
    does: 'takes a command for its VLANs and never answers',
    command: 'hangs',
    commands: /\bvlans?\b/,
  },
  'vlans-reset': {
    does: 'resets TCP in the middle of its VLANs',
    command: 'reset',
    commands: /\bvlans?\b/,
  },
  'exit-ignored': { does: 'answers exit with a prompt', exit: 'ignored' },
  'exit-asks': { does: 'asks whether to save before it leaves', exit: 'asks' },
  'socket-stays-open': {
    does: 'closes the channel on exit, and never answers a FIN',
    exit: 'keeps-socket',
  },
  'half-closes': {
    does: 'answers exit with a FIN on TCP, without closing the channel, and reads on',
    exit: 'half-closes',
  },
  slow: { does: 'sends its output in crumbs of three characters', slow: true },
  'host-key-changed': { does: 'shows another host key than the one of its kind', otherHostKey: true },
} satisfies Record<string, FaultBehavior>;

export type Fault = keyof typeof FAULTS;

export const HEALTHY: FaultBehavior = { does: 'behaves' };

export function behaviorOf(fault: Fault | undefined): FaultBehavior {
  return fault === undefined ? HEALTHY : FAULTS[fault];
}
