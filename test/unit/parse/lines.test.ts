import { describe, expect, it } from 'vitest';
import { LINE_PARSERS } from '../../../shared/parse/lines/line-parsers.ts';

const read = (key: string, lines: string, connections: string) => ({
  lines: LINE_PARSERS[key]?.lines(lines),
  connections: LINE_PARSERS[key]?.connections(connections),
});

describe('lines in use', () => {
  it('are read from IOS: vty lines with user and location, whatever the host column holds', () => {
    const users = `    Line       User       Host(s)              Idle       Location
   0 con 0     ops        idle                    1w2d
*  2 vty 0     ops        idle                 00:00:00 10.1.1.5
   3 vty 1     ops        10.9.9.9 10.9.9.8    00:12:31 10.1.1.5
   4 vty 2                idle                 00:01:00 10.1.1.6
   5 vty 3     eve        idle                    1d02h 2001:db8::9

  Interface    User               Mode         Idle     Peer Address
`;
    const tcp = `TCB       Local Address               Foreign Address             (state)
7F10C3A8  10.0.0.1.22                 10.1.1.5.51234              ESTAB
7F10C3B8  10.0.0.1.179                10.0.0.2.28011              ESTAB
7F10C3C8  *.22                        *.*                         LISTEN
7F10C3D8  10.0.0.1.22                 10.1.1.5.51299              TIMEWAIT
`;
    expect(read('ios', users, tcp)).toEqual({
      lines: [
        { line: '0', user: 'ops', from: '10.1.1.5', isOwn: true },
        { line: '1', user: 'ops', from: '10.1.1.5', isOwn: false },
        { line: '3', user: 'eve', from: '2001:db8::9', isOwn: false },
      ],
      connections: [
        { localPort: 22, address: '10.1.1.5', port: 51234 },
        { localPort: 179, address: '10.0.0.2', port: 28011 },
      ],
    });
  });

  it('are read from NX-OS', () => {
    const users = `NAME     LINE         TIME         IDLE          PID COMMENT
admin    ttyS0        Nov 19 08:00   02:11        4231
admin    pts/0        Nov 20 09:00   .          12000 (10.1.1.5) session=ssh *
ops      pts/11       Nov 20 08:11 00:40        11873 (10.1.1.7) session=ssh
`;
    const sockets = `        Protocol State/       Recv-Q/   Local Address(port)/
                 Context      Send-Q    Remote Address(port)
[host]: tcp      LISTEN       0         *(22)
                 Wildcard     0         *(*)
[host]: tcp(4/6) ESTABLISHED  0         10.0.0.1(22)
                 management   0         10.1.1.5(51234)
`;
    expect(read('nxos', users, sockets)).toEqual({
      lines: [
        { line: '0', user: 'admin', from: '10.1.1.5', isOwn: true },
        { line: '11', user: 'ops', from: '10.1.1.7', isOwn: false },
      ],
      connections: [{ localPort: 22, address: '10.1.1.5', port: 51234 }],
    });
  });

  it('are read from Linux: processes of the user, not their monitors of root and nothing that only looks like them', () => {
    const processes = `own 2003
      1 root                                                             /sbin/init
    611 root                                                             sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups
   2001 root                                                             sshd: ops [priv]
   2003 ops                                                              sshd: ops@notty
   2007 ops                                                              sshd-session: ops@pts/3
   2010 eve                                                              sshd: ops@notty
`;
    const sockets = `0      0             10.0.0.1:22           10.1.1.5:51234
0      36    [::ffff:10.0.0.1]:22  [::ffff:10.1.1.6]:51235
0      0        [2001:db8::1]:22      [2001:db8::5]:40000
`;
    expect(read('linux', processes, sockets)).toEqual({
      lines: [
        { line: '2003', user: 'ops', from: null, isOwn: true },
        { line: '2007', user: 'ops', from: null, isOwn: false },
      ],
      connections: [
        { localPort: 22, address: '10.1.1.5', port: 51234 },
        { localPort: 22, address: '10.1.1.6', port: 51235 },
        { localPort: 22, address: '2001:db8::5', port: 40000 },
      ],
    });
  });

  it.each(Object.keys(LINE_PARSERS))('of %s take hostile text in linear time and name nothing', (key) => {
    const hostile = [`${' 1'.repeat(50_000)}`, 'vty '.repeat(40_000), `${'a(1)'.repeat(30_000)} *`];
    for (const text of hostile) expect(read(key, text, text)).toEqual({ lines: [], connections: [] });
  });
});
