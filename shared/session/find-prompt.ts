import type { Clock } from '../ports/clock.ts';
import { OPEN, SHELL } from './failure-texts.ts';
import { ANY_PAGER, LOGIN_QUESTION, PASSWORD_CHANGE, PRESS_A_KEY, VTY_EXHAUSTED } from './hints.ts';
import { isPlainPrompt, isPromptShaped } from './prompt.ts';
import { readUntil, SETTLE_MS, type Verdict } from './read-until.ts';
import type { SessionLimits, SessionRequest } from './session.ts';
import type { Wire } from './wire.ts';

/** A line with blanks that ends in `#` may be a message of the day that goes on. */
const DOUBTFUL_SETTLE_MS = 300;
const MAX_KEYS = 2;
/** No message of the day is this long, in characters. */
const GREETING_LIMIT = 256 * 1024;

type Seen = 'prompt' | 'key' | 'page' | 'login' | 'password-change' | 'flood';

/**
 * Waits for the first prompt and answers its line. Presses a key where one is asked for (ProCurve, twice at most), pages through a
 * long message, and never answers a login or a password change inside the terminal: those are failures of their own.
 */
export async function findPrompt(
  wire: Wire,
  clock: Clock,
  limits: SessionLimits,
  request: SessionRequest,
): Promise<string> {
  const bounds = { idleMs: limits.promptMs, totalMs: limits.promptMs };
  const greetingLimit = Math.min(GREETING_LIMIT, limits.outputBytes);
  let answers = 0;
  for (;;) {
    const seen = await readUntil(wire, clock, () => judge(wire, greetingLimit), bounds);
    if (seen === 'prompt') return wire.terminal.line;
    if ((seen === 'key' || seen === 'page') && answers < (seen === 'key' ? MAX_KEYS : limits.pagerPages)) {
      answers += 1;
      wire.terminal.clear();
      wire.write(seen === 'key' ? '\n' : ' ');
      continue;
    }
    wire.failWith(failureOf(seen, wire, limits, request));
    wire.signal.throwIfAborted();
  }
}

function judge(wire: Wire, greetingLimit: number): Verdict<Seen> | null {
  const { line, tail } = wire.terminal;
  const said = tail.slice(-512);
  if (wire.terminal.length > greetingLimit) return { value: 'flood', settleMs: null };
  if (PASSWORD_CHANGE.test(said)) return { value: 'password-change', settleMs: SETTLE_MS };
  if (LOGIN_QUESTION.test(line.slice(-80))) return { value: 'login', settleMs: SETTLE_MS };
  if (ANY_PAGER.test(line.slice(-80))) return { value: 'page', settleMs: SETTLE_MS };
  if (isPromptShaped(line)) {
    return { value: 'prompt', settleMs: isPlainPrompt(line) ? SETTLE_MS : DOUBTFUL_SETTLE_MS };
  }
  if (PRESS_A_KEY.test(said)) return { value: 'key', settleMs: SETTLE_MS };
  return null;
}

function failureOf(
  seen: Exclude<Seen, 'prompt'> | 'silent' | 'late',
  wire: Wire,
  limits: SessionLimits,
  { address, port, credential }: SessionRequest,
) {
  const at = { phase: 'prompt', address, port, username: credential.username } as const;
  if (seen === 'password-change') return wire.classified({ type: 'password-change' });
  if (seen === 'flood') {
    const reason = SHELL.flood(at, Math.min(GREETING_LIMIT, limits.outputBytes));
    return { class: 'output-too-large', phase: 'prompt', reason, retryable: false } as const;
  }
  if (seen === 'login') {
    return { class: 'login-in-shell', phase: 'prompt', reason: OPEN.login(at), retryable: false } as const;
  }
  if (VTY_EXHAUSTED.test(wire.terminal.tail.slice(-512))) {
    return { class: 'vty-exhausted', phase: 'prompt', reason: OPEN.vty(at), retryable: false } as const;
  }
  return wire.classified({ type: 'timeout', ms: limits.promptMs });
}
