import type { FailureClass } from '../../shared/model/outcome.ts';

/** For each class of failure: what it means and what to do about it. One sentence each, for the person who runs netwalker. */
export const ADVICE: Readonly<Record<FailureClass, string>> = {
  'no-credential': 'no credential fits: add one to netwalker.yaml, or widen its match',
  'dns-failed': 'the name has no address: check the spelling, or use the address',
  refused: 'nothing listens on that port: turn SSH on, or say the port with --port',
  unreachable: 'no answer: check routing and access lists from this machine, or leave it out with --exclude',
  'closed-before-ident': 'the device hung up before SSH began: an access class, or all its lines are taken',
  'ident-timeout': 'TCP came up and SSH never spoke: the device is overloaded, or a middlebox answers for it',
  'not-ssh': 'something else listens on that port: say the right one with --port',
  'handshake-failed': 'no algorithm in common: update the SSH server, or generate newer host keys on it',
  'handshake-timeout':
    'the key exchange never ended: the device is overloaded, or an MTU problem swallows large packets',
  'hostkey-mismatch':
    'the host key changed: if the device was replaced, accept it with: netwalker hostkeys --forget ADDRESS',
  'auth-failed': 'the device refused the login: check username and password, and AAA on the device',
  'auth-timeout': 'the login was never answered: the AAA server may be down',
  'auth-aborted':
    'the device hung up during the login: it may limit attempts or the rate of logins; lower --concurrency',
  'password-expired': 'the device asks for a new password: log in once by hand',
  'login-in-shell': 'the device asks for a login inside the session: it needs a local or AAA login for SSH',
  'device-busy':
    'another session of netwalker held the device all the while: see which run does (netwalker runs), then run again',
  'auth-paused':
    'too many devices in a row refused the account, so it was not tried here: check username and password, then run again',
  'vty-exhausted': 'all lines of the device are taken: see who holds them (show users), then run again',
  'open-timeout': 'the login worked and no channel opened: the device is overloaded; run again',
  'shell-refused': 'the user may not open a shell: give it one, or a role that may',
  'closed-early': 'the device hung up in the middle: run again, and see its log if it stays',
  'prompt-timeout': 'no prompt came: see what an interactive login shows; say the platform with --platform',
  'prompt-changed': 'the prompt changed in the middle: something else talks on that line; run again',
  'enable-failed': 'the enable secret was refused: check NETWALKER_ENABLE',
  'command-timeout': 'a command never ended: raise --probe-timeout, or see whether it hangs by hand',
  'pager-loop': 'paging never ended: report it, with the platform',
  'output-too-large': 'an output is larger than netwalker reads: report it, with the platform',
  'unsupported-platform':
    'the platform was not recognized: say it with --platform (netwalker parse --help lists them), or see what it prints with --keep-raw',
  deadline: 'the device took longer than a probe may: raise --probe-timeout',
  interrupted: 'the run was interrupted: run again',
  abandoned: 'its probe was lost again and again: run again with a lower --concurrency',
  internal: "netwalker's own fault: please report it",
};
