import type { Where } from './where.ts';

/** The words of a failure: what happened, then what to do. Tests and docs/operations.md quote them. */

const peer = ({ address, port }: Where): string =>
  `${address.includes(':') ? `[${address}]` : address}:${port}`;

/** The words of ssh2, which may hold those of the device (DISCONNECT): a bounded piece, for a terminal. */
const said = (why: string): string =>
  why
    .slice(0, 120)
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim();
const because = (why: string): string => (said(why) === '' ? '' : ` (${said(why)})`);

export const CONNECT = {
  silent: (at: Where, time: string) =>
    `${peer(at)} did not answer within ${time}: check routing, firewalls, and that the device is up.`,
  refused: (at: Where) =>
    `${peer(at)} refused the connection: check that SSH is enabled and the port is right; IOS also refuses when all its lines are taken.`,
  failed: (at: Where, why: string) =>
    `${peer(at)} cannot be reached${because(why)}: check routing and firewalls.`,
  noName: (at: Where) => `${at.address} has no address: check the name and the resolver.`,
  ownFault: (code: string) =>
    `This machine could not open a socket (${code}): lower the concurrency or raise its limits.`,
};

export const IDENT = {
  silent: (at: Where, time: string) =>
    `${peer(at)} accepted the connection and sent no SSH identification within ${time}: check that SSH, and nothing else, listens there.`,
  notSsh: (at: Where, text: string) =>
    `${peer(at)} does not speak SSH 2${text ? ` (it says "${text.slice(0, 40)}")` : ''}: check the port, and that SSH version 2 is enabled.`,
  closed: (at: Where) =>
    `${peer(at)} closed the connection before identifying itself: look for an ACL on its lines, a login block (quiet mode), or too many connections at once.`,
};

export const HANDSHAKE = {
  silent: (at: Where, time: string) =>
    `${peer(at)} did not finish the key exchange within ${time}: look at the device's CPU, and for a firewall that drops large packets.`,
  reset: (at: Where) => `${peer(at)} reset the connection in the handshake: look at the device's SSH log.`,
  closed: (at: Where) => `${peer(at)} ended the connection in the handshake: look at the device's SSH log.`,
  failed: (at: Where, why: string) =>
    `The SSH handshake with ${peer(at)} failed${because(why)}: compare its SSH algorithms with ours; group-exchange is never used.`,
};

export const AUTH = {
  silent: (at: Where, time: string) =>
    `${peer(at)} did not answer the login of ${at.username} within ${time}: check its AAA servers.`,
  refused: (at: Where, why: string) =>
    `${peer(at)} refused the login of ${at.username}${because(why)}: check the credential; it was not tried twice.`,
  badKey: (at: Where) =>
    `The private key for ${at.username} cannot be used: check that it is a private key and that its passphrase is right.`,
  closed: (at: Where, why = '') =>
    `${peer(at)} ended the connection while ${at.username} was logging in${because(why)}: look for a lockout or a rate limit on the device or its AAA servers.`,
  expired: (at: Where) =>
    `The password of ${at.username} on ${peer(at)} has expired: change it there; netwalker never answers that question.`,
};

export const OPEN = {
  silent: (at: Where, time: string) =>
    `${peer(at)} logged in and opened no terminal within ${time}: look at its lines and CPU.`,
  refused: (at: Where) =>
    `${peer(at)} logged in and refused a terminal: check that ${at.username} may use a CLI over SSH.`,
  vty: (at: Where) =>
    `All lines of ${peer(at)} are taken: free one (show users, clear line vty N), or wait for its exec-timeout.`,
  noPrompt: (at: Where, time: string) =>
    `${peer(at)} showed no prompt within ${time}: log in by hand and see what it asks first.`,
  login: (at: Where) =>
    `${peer(at)} asks for a login inside the terminal, which its platform does not: check the SSH login settings of the device.`,
};

export const COMMAND = {
  silent: (at: Where, time: string) =>
    `${peer(at)} fell silent in a command for ${time}: run it by hand and see how long it takes.`,
  late: (at: Where, time: string) =>
    `${peer(at)} was still busy with one command after ${time}: run it by hand and see how long it takes.`,
  closed: (at: Where, isReset: boolean, why = '') =>
    `${peer(at)} ${isReset ? 'reset' : 'closed'} the connection in the middle of the session${because(why)}: look at its log, its exec-timeout and its CPU.`,
};

export const OWN = {
  setup: (why: string) =>
    `netwalker could not set up SSH${because(why)}: report it, with the device's platform.`,
};

export const SHELL = {
  ignored: (at: Where) =>
    `${peer(at)} ignored the first command twice: log in by hand and see what its prompt waits for.`,
  pagerLoop: (at: Where, pages: number) =>
    `${peer(at)} paged its output for more than ${pages - 1} pages: check that paging can be turned off for ${at.username}.`,
  enable: (at: Where) =>
    `${peer(at)} refused the enable secret of ${at.username}: check it, or leave it out.`,
  tooLarge: (at: Where, bytes: number) =>
    `${peer(at)} printed more than ${Math.round(bytes / 1024)} kB for one command: run it by hand and see why.`,
  flood: (at: Where, bytes: number) =>
    `${peer(at)} printed more than ${Math.round(bytes / 1024)} kB before its prompt: look at its banner by hand.`,
  changed: (at: Where) =>
    `The prompt of ${peer(at)} changed twice in one session: see who is renaming the device, then run again.`,
  noScript: (at: Where) =>
    `${peer(at)} logged ${at.username} in and ran nothing: check the account's login shell.`,
  unsupported: (at: Where, ident: string, prompt: string) =>
    `${peer(at)} is of no platform that netwalker knows (it identifies as "${ident}" and prompts "${prompt}"): name one with --platform, or run with --keep-raw to see what it prints.`,
};
