import type { AuthContext, Connection, KeyboardAuthContext } from 'ssh2';
import type { FaultBehavior } from '../fault.ts';

export interface Login {
  readonly username: string;
  readonly password: string;
}

/** Password and keyboard-interactive, unless the fault says otherwise. */
export function authenticate(
  client: Connection,
  login: Login,
  behavior: FaultBehavior,
  onRefused: () => void,
): void {
  const methods: ('password' | 'keyboard-interactive')[] =
    behavior.auth === 'keyboard-only' ? ['keyboard-interactive'] : ['password', 'keyboard-interactive'];
  const decide = (context: AuthContext, password: string | undefined) => {
    const right = context.username === login.username && password === login.password;
    if (right && behavior.auth !== 'rejects') context.accept();
    else {
      onRefused();
      context.reject(methods);
    }
  };
  client.on('authentication', (context) => {
    if (behavior.auth === 'silent') return;
    if (context.method === 'password' && methods.includes('password')) decide(context, context.password);
    else if (context.method === 'keyboard-interactive') ask(context, (answer) => decide(context, answer));
    else context.reject(methods);
  });
}

function ask(context: KeyboardAuthContext, answered: (answer: string | undefined) => void): void {
  context.prompt([{ prompt: 'Password: ', echo: false }], (answers) => answered(answers[0]));
}
