import type { AnyAuthMethod, AuthenticationType, KeyboardInteractiveCallback, Prompt } from 'ssh2';
import type { Credential } from '../../model/credential.ts';

const PASSWORD_CHANGE =
  /(?:new|change|expired)[^\n]{0,40}password|password[^\n]{0,40}(?:expired|must be changed)/i;
/** More rounds than any device needs: a server that asks for ever is not answered for ever. */
const MAX_ROUNDS = 5;

interface AuthEvents {
  readonly passwordChange: () => void;
  /** Nothing is left to try, or going on would send a password a second time. */
  readonly failed: (why: string) => void;
}

/**
 * Answers ssh2's question for the next method. No `none` first (one round trip less) unless asked. Keyboard-interactive
 * only where the server does not take passwords: a wrong password tried twice locks accounts.
 */
export function authMethods(
  credential: Credential,
  options: { readonly noneAuth: boolean },
  on: AuthEvents,
): (left: AuthenticationType[] | null, partial: boolean | null) => AnyAuthMethod | false {
  const { username } = credential;
  const plan = planned(credential, options.noneAuth);
  let offered: readonly string[] | null = null;
  return (left, partial) => {
    if (left) offered = left;
    for (let next = plan.shift(); next; next = plan.shift()) {
      if (next === 'keyboard-interactive' && !partial && offered?.includes('password')) continue;
      if (offered && next !== 'none' && !offered.includes(next === 'agent' ? 'publickey' : next)) continue;
      return method(next, credential, on);
    }
    on.failed(`${username} was refused; the server offers ${offered?.join(', ') || 'no method'}`);
    return false;
  };
}

type Planned = 'none' | 'publickey' | 'agent' | 'password' | 'keyboard-interactive';

function planned(credential: Credential, noneAuth: boolean): Planned[] {
  const plan: Planned[] = noneAuth ? ['none'] : [];
  if (credential.privateKey !== undefined) plan.push('publickey');
  if (credential.agentSocket !== undefined) plan.push('agent');
  if (credential.password !== undefined) plan.push('password', 'keyboard-interactive');
  return plan;
}

function method(type: Planned, credential: Credential, on: AuthEvents): AnyAuthMethod {
  const { username } = credential;
  switch (type) {
    case 'none':
      return { type, username };
    case 'publickey':
      return {
        type,
        username,
        key: credential.privateKey ?? '',
        ...(credential.passphrase === undefined ? {} : { passphrase: credential.passphrase }),
      };
    case 'agent':
      return { type, username, agent: credential.agentSocket ?? '' };
    case 'password':
      return { type, username, password: credential.password ?? '' };
    case 'keyboard-interactive':
      return { type, username, prompt: answerPrompts(credential, on) };
  }
}

/** Answers what is known; anything else ends the attempt. PAN-OS asks "Do you accept ... [yes/no]" first. */
function answerPrompts(credential: Credential, on: AuthEvents) {
  let rounds = 0;
  let passwordSent = false;
  return (
    name: string,
    instructions: string,
    _language: string,
    prompts: Prompt[],
    finish: KeyboardInteractiveCallback,
  ): void => {
    rounds += 1;
    const asked = `${name}\n${instructions}\n${prompts.map(({ prompt }) => prompt).join('\n')}`.slice(
      0,
      4096,
    );
    if (PASSWORD_CHANGE.test(asked)) return on.passwordChange();
    const again = passwordSent && prompts.some(({ echo }) => !echo);
    if (rounds > MAX_ROUNDS || again) return on.failed('the server asked for the password again');
    finish(
      prompts.map(({ prompt, echo }) => {
        if (/yes|accept/i.test(prompt.slice(-200))) return 'yes';
        if (echo && /user|login/i.test(prompt.slice(0, 200))) return credential.username;
        passwordSent = true;
        return credential.password ?? '';
      }),
    );
  };
}
