import type { Platform } from '../platform/platform.ts';
import type { Clock } from '../ports/clock.ts';
import { isPromptShaped } from './prompt.ts';
import { SETTLE_MS } from './read-until.ts';
import type { Shell } from './shell.ts';
import type { Wire } from './wire.ts';

/** `exit` may lead from one mode to the next: enable to user, or a CLI to the shell that started it. */
const MAX_ROUNDS = 3;

/** How far a FIN may be behind the channel's close. sshd sends none: there this is what leaving a shell costs. */
const FIN_MS = 100;

/**
 * Leaves a CLI by its platform's own words, from config mode too, answering what it asks ("save? [y/n]": no). Ends when the
 * channel or the socket closed, when the device stays at its prompt all the same, or after `ms`. Writes nothing unless the
 * prompt is known: a pager would eat it. Never rejects.
 */
export async function leaveShell(
  wire: Wire,
  clock: Clock,
  shell: Shell,
  platform: Platform | null,
  ms: number,
): Promise<void> {
  const prompt = shell.lastPrompt;
  if (prompt === null || wire.channel !== 'open') return;
  const timer = new AbortController();
  let isLate = false;
  void clock.sleep(ms, timer.signal).then(() => {
    isLate = true;
    wire.changed();
  });
  const isOver = (): boolean =>
    isLate || wire.isClosed || wire.channel === 'closed' || wire.sawFin || wire.sawReset;
  const leave = platform?.leave ?? ['exit'];
  const words = /\(conf|\[edit/i.test(prompt) ? ['end', ...leave] : [...leave];
  for (let round = 0; round < MAX_ROUNDS + words.length && !isOver(); round += 1) {
    wire.terminal.clear();
    wire.write(`${words[Math.min(round, words.length - 1)] ?? 'exit'}\n`);
    await answerUntilPrompt(wire, platform, isOver);
  }
  // The device ends the connection itself: its FIN is here, or comes right behind the channel's close (IOS, NX-OS).
  if (!wire.sawFin && !wire.sawReset)
    await wire.settled(() => isLate || wire.isClosed || wire.sawFin, FIN_MS);
  if (wire.sawFin || wire.sawReset) await wire.settled(() => isLate || wire.isClosed, ms);
  timer.abort();
}

async function answerUntilPrompt(
  wire: Wire,
  platform: Platform | null,
  isOver: () => boolean,
): Promise<void> {
  for (let answers = 0; !isOver();) {
    const { received } = wire;
    const { line } = wire.terminal;
    const answer = answers < 4 ? answerTo(line, platform) : null;
    const isDecided = answer !== null || isPromptShaped(line);
    const settle = isDecided ? SETTLE_MS : 60_000;
    if (await wire.settled(() => isOver() || wire.received !== received, settle)) continue;
    if (answer === null) return;
    answers += 1;
    wire.terminal.clear();
    wire.write(`${answer}\n`);
  }
}

function answerTo(line: string, platform: Platform | null): string | null {
  const end = line.slice(-200);
  const known = platform?.leaveAnswers?.find(({ question }) => question.test(end));
  if (known) return known.answer;
  if (!/[[(]y(?:es)?\/no?(?:\/[^\])\n]{1,10})?[\])][^\n]{0,4}$/i.test(end)) return null;
  // Nothing was changed: nothing is saved. Any other question here is whether we mean it.
  return /save|modified|config/i.test(end) ? 'n' : 'y';
}
