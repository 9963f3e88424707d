import type { LearnedPrompt } from './prompt.ts';

/** Junos prints its routing engine's role on a line above the prompt: `{master:0}`. */
const ROLE_LINE = /^\{(?:master|backup|primary|secondary|linecard)[:\w-]{0,20}\}$/;

/** The first line, where it is the command that was written, with or without the prompt before it. */
export function hasEcho(text: string, command: string, prompt: LearnedPrompt): boolean {
  const first = firstLine(text).trim();
  if (first === command.trim()) return true;
  return prompt.base !== '' && first.startsWith(prompt.base) && first.endsWith(command.trim());
}

/** A command's output: the finished lines, without its echo and without what belongs to the prompt that follows. */
export function outputOf(finished: string, command: string, prompt: LearnedPrompt): string {
  const body = hasEcho(finished, command, prompt) ? finished.slice(firstLine(finished).length + 1) : finished;
  const end = body.lastIndexOf('\n', body.length - 2);
  return ROLE_LINE.test(body.slice(end + 1).trim()) ? body.slice(0, end + 1) : body;
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}
