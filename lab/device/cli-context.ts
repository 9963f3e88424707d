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

/** How a CLI behind a prompt talks; the shell is the same for all. */
export interface CliDialect {
  /** The last of its lines is the prompt. Without it: `name#`, and `name>` until `enable`. */
  readonly prompt?: (device: LabDevice, username: string) => string;
  /** Printed before the first prompt. */
  readonly greeting?: (device: LabDevice) => string;
  readonly pager: Pager;
  /** Printed for a command that is not known. */
  readonly rejected: (line: string, promptLength: number) => string;
  /** Ends the shell; the device ends the connection as well. */
  readonly leave: readonly string[];
  /** Ends the shell only: TCP stays. */
  readonly leaveHalf?: readonly string[];
  /** Commands that lead into a mode of its own, out of which `leave` leads back. */
  readonly modes?: Readonly<Record<string, Mode>>;
  /** Clears the line whose number it captures; `confirms`: after a key. */
  readonly clearsLine?: RegExp;
  readonly confirms?: boolean;
  /** Commands that change the terminal. */
  readonly settings: Readonly<Record<string, Setting>>;
  /** Printed for a wrong enable secret. */
  readonly denied?: string;
  /** Stands above every answer: the time stamp of IOS XR. */
  readonly above?: string;
  /** Draws prompt and line anew once the line is finished, until a setting `plain` was made: PAN-OS. */
  readonly redraws?: true;
  /** Command words (each may be cut short) and the answer, lines ending in \n. */
  readonly answers: Readonly<Record<string, (context: CliContext) => string>>;
  /** Commands with a port in them, `{port}` in the key. */
  readonly portAnswers?: Readonly<Record<string, (context: CliContext, port: string) => string>>;
  /** Commands of `answers` that this device does not have. */
  readonly lacks?: (device: LabDevice) => readonly string[];
}

export interface Mode {
  readonly prompt: (device: LabDevice, username: string) => string;
  readonly enters?: string;
  readonly leave: readonly string[];
  readonly leaves?: string;
  /** Knows none of the commands that answer outside of it. */
  readonly isDeaf?: true;
}

export interface Pager {
  /** What stands below a page of these lines. */
  readonly text: (from: number, to: number, of: number) => string;
  /** What wipes that text once it is answered. */
  readonly erase: string;
  /** Asks below the last page too, and is left with `q` there: `less`. */
  readonly waitsAtEnd?: true;
}

export interface Setting {
  /** Ends with a number. */
  readonly takesNumber?: true;
  readonly does: 'length' | 'no-pages' | 'enable' | 'disable' | 'plain' | 'nothing';
  /** What it prints, with the number. */
  readonly says?: (number: number) => string;
}

/** Wipes a text of this length as a terminal without a cursor would: back, blanks, back. */
export const overwrite = (length: number): string =>
  '\b'.repeat(length) + ' '.repeat(length) + '\b'.repeat(length);

/** As Comware and VRP wipe their pager's words: the cursor goes back, blanks, back. */
export const stepBack = (length: number): string => `\u001b[${length}D${' '.repeat(length)}\u001b[${length}D`;

/** Carriage return, and erase to the end of the line. */
export const ERASE_LINE = '\r\u001b[K';
