import { expect, it } from 'vitest';
import { summariseSshLogs } from './ssh-log.ts';

// Debian's OpenSSH 9.2p1, LogLevel VERBOSE.
const COMPLETE = `Server listening on 0.0.0.0 port 22.
Connection from 10.99.0.1 port 40312 on 10.99.1.10 port 22 rdomain ""
Failed password for root from 10.99.0.1 port 40312 ssh2
Accepted publickey for root from 10.99.0.1 port 40312 ssh2: ED25519 SHA256:abc
User child is on pid 24
Starting session: command for root from 10.99.0.1 port 40312 id 0
Close session: user root from 10.99.0.1 port 40312 id 0
Received disconnect from 10.99.0.1 port 40312:11: disconnected by user
Disconnected from user root 10.99.0.1 port 40312
`;
const BROKEN = `Connection from 10.99.0.1 port 40400 on 10.99.1.10 port 22 rdomain ""
Connection closed by 10.99.0.1 port 40400 [preauth]
Connection from 10.99.0.1 port 40401 on 10.99.1.10 port 22 rdomain ""
`;

it('a session without an end is still open', () => {
  expect(summariseSshLogs([BROKEN])).toEqual({
    opened: 2,
    closed: 1,
    disconnected: 0,
    logins: 0,
    failedLogins: 0,
    stillOpen: ['10.99.0.1:40401'],
  });
});

it('a session counts once, and the logs of several devices add up', () => {
  expect(summariseSshLogs([COMPLETE, BROKEN])).toMatchObject({
    opened: 3,
    closed: 2,
    disconnected: 1,
    logins: 1,
    failedLogins: 1,
  });
});
