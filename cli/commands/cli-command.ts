import type { Command } from 'commander';
import type { CommandResult, Invocation } from './host.ts';

/** One command: its arguments and options, and what it does. Each stands in a module of its own, loaded when it is asked for. */
export interface CliCommand {
  readonly define: (command: Command) => void;
  readonly run: (invocation: Invocation) => Promise<CommandResult>;
  /** JSON is all it prints: --json changes nothing. */
  readonly alwaysJson?: boolean;
  /** It lists something, and takes --csv. */
  readonly hasCsv?: boolean;
}
