import type { LabDevice } from '../network/blueprint.ts';
import type { Heard } from '../network/heard.ts';

/** What a command's answer may depend on. */
export interface CliContext {
  readonly device: LabDevice;
  readonly heard: readonly Heard[];
  /** The device's lines in use, this one marked. */
  readonly lines: () => readonly LineInUse[];
  /** TCP connections that the device holds, logged in or not. */
  readonly connections: () => readonly FarEnd[];
  /** Ends the line with this number; false when there is none. */
  readonly clearLine: (number: number) => boolean;
}

export interface FarEnd {
  readonly address: string;
  readonly port: number;
}

export interface LineInUse {
  readonly number: number;
  /** The process that serves it, where the device has processes. */
  readonly pid: number;
  readonly username: string;
  readonly from: string;
  readonly own: boolean;
}

/** How a CLI of the Cisco family talks; the shell is the same for all. */
export interface CliDialect {
  readonly pagerText: string;
  /** What wipes the pager's text once it is answered. */
  readonly pagerErase: string;
  /** Printed for a command that is not known. */
  readonly rejected: (line: string, promptLength: number) => string;
  /** Clears the line whose number it captures; `confirms`: after a key. */
  readonly clearsLine: RegExp;
  readonly confirms: boolean;
  /** Command words (each may be cut short) and the answer, lines ending in \n. */
  readonly answers: Readonly<Record<string, (context: CliContext) => string>>;
}
