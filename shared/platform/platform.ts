import type { CollectorName } from '../model/collected.ts';

/**
 * A platform is data: how to recognise it, talk to it, leave it, and which commands it answers. Adding one is one file
 * like this, a parser for each output format that is new, and fixtures.
 */
export interface Platform {
  /** A netmiko device_type. */
  readonly id: string;
  /** For people: "Cisco IOS and IOS-XE". */
  readonly title: string;
  readonly vendor: string;
  /** `exec`: all commands in one exec channel, no prompt, no paging. `shell`: a terminal. */
  readonly channel: 'shell' | 'exec';
  readonly detect: Detection;
  /** Sent one by one after the first prompt: paging off, width. A device that rejects one goes on. */
  readonly prepare: readonly string[];
  /** What the pager prints when paging could not be turned off; answered with a space. */
  readonly pager: RegExp;
  /** Written at a known prompt to leave; answers to questions that follow ("save? [y/n]") in `leaveAnswers`. */
  readonly leave: readonly string[];
  readonly leaveAnswers?: readonly { readonly question: RegExp; readonly answer: string }[];
  /** The device does not know the command, or has the protocol turned off: an answer, not a failure. */
  readonly rejected: readonly RegExp[];
  /** Every command whose output can be read. */
  readonly commands: readonly CommandSpec[];
  /** What a probe runs, in order. */
  readonly probe: ProbePlan;
  /** What is asked besides, where a run collects it; later commands add to what earlier ones told. */
  readonly collect?: Readonly<Partial<Record<CollectorName, readonly ProbeCommand[]>>>;
  /** Turns a CLI that starts unprivileged into a privileged one, where an enable secret is supplied. */
  readonly enable?: { readonly command: string; readonly password: RegExp };
  /** How its lines are listed and cleared; without it, no leaked session is reclaimed on this platform. */
  readonly lines?: LineControl;
  /** Start authentication with a `none` request. */
  readonly noneAuth?: boolean;
}

export interface LineControl {
  /** Lists the lines in use, the asking one marked. */
  readonly list: string;
  /** Lists TCP connections with the port of their far end. */
  readonly connections: string;
  /** A key of the table in `shared/parse/lines/line-parsers.ts`. */
  readonly parser: string;
  /** Clears one line: `{line}` stands for what the listing calls it. */
  readonly clear: string;
  /** Asked before it does; answered with an empty line. */
  readonly confirm?: RegExp;
}

export interface Detection {
  /** On the SSH identification line. */
  readonly ident: readonly RegExp[];
  /** On what the first command prints. */
  readonly output: readonly RegExp[];
  /** On what a neighbor told: CDP platform, CDP version text, LLDP system description. */
  readonly told: readonly RegExp[];
  /** On the prompt, where it is telling. */
  readonly prompt?: readonly RegExp[];
  /**
   * On the ident of a device that is nothing else by it and that refuses a shell: its commands are then tried once in an exec
   * channel. Only where `channel` is `exec`.
   */
  readonly refusedShell?: readonly RegExp[];
}

export interface CommandSpec {
  /** `{port}` stands for one word, an interface: `show lldp neighbors interface {port}`. */
  readonly command: string;
  readonly reads: 'neighbors' | 'facts' | CollectorName;
  /** A key of the parser table in `shared/parse/parsers.ts`. */
  readonly parser: string;
}

export interface ProbePlan {
  /** Facts: enough to tell which device this is. Later commands fill in what earlier ones did not state. */
  readonly facts: readonly ProbeCommand[];
  readonly neighbors: readonly ProbeCommand[];
}

export interface ProbeCommand {
  readonly command: string;
  /** Tried in order when the device rejects the command or its output cannot be read; what worked is remembered per device. */
  readonly fallbacks?: readonly string[];
  /** Asked as well when an entry lacks its local port: gives the ports by remote name. */
  readonly localPortsFrom?: string;
  /** Asked as well, one port after the other, while there is time, for entries that tell no management address. */
  readonly perPort?: PortCommand;
}

/** A command that tells one port at a time what a listing leaves out: a round trip for each port. */
export interface PortCommand {
  /** The listings that leave it out: after another answer there is nothing more to ask. */
  readonly completes: readonly string[];
  /** `{port}` stands for the entry's local port. */
  readonly command: string;
  readonly fallbacks?: readonly string[];
  /** How many ports of a device are asked; one port of each neighbor comes first. */
  readonly atMost: number;
}
