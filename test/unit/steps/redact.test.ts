import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../shared/steps/redact.ts';

/** Lines as vendors' configurations and banners have them; the secret is the last column. */
const LINES: readonly (readonly [line: string, secret: string])[] = [
  ['enable secret 5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0', 'hx5rVt7rPNoS4wqbXKX7m0'],
  ['username ops privilege 15 password 7 0822455D0A16', '0822455D0A16'],
  ['username ops secret sha512 $6$salt$0PjHvfXwmF', '0PjHvfXwmF'],
  ['snmp-server community s3cr3t-ro RO 10', 's3cr3t-ro'],
  ['snmp-server host 192.0.2.1 version 2c s3cr3t-ro', 's3cr3t-ro'],
  ['tacacs-server key 7 13061E010803', '13061E010803'],
  ['radius-server host 192.0.2.9 auth-port 1812 key sup3rk3y', 'sup3rk3y'],
  ['crypto isakmp key Sh4red! address 192.0.2.2', 'Sh4red!'],
  [' ip ospf message-digest-key 1 md5 7 060506324F41', '060506324F41'],
  ['   wpa-psk ascii 0 correct-horse', 'correct-horse'],
  ['            encrypted-password "$6$kTf1q3$Z8mPn"; ## SECRET-DATA', 'Z8mPn'],
  ['                secret "$9$hx1SMXxNb24ZKMWx"; ## SECRET-DATA', 'hx1SMXxNb24ZKMWx'],
  [' local-user ops password irreversible-cipher $1c$Tq!2X$pZ', 'pZ'],
  [' set authentication-password cipher %^%#J5k0,#x%^%#', 'J5k0'],
  [' password hash $h$6$7fJ2nLqTq8', '7fJ2nLqTq8'],
  ['        set psksecret ENC AK1d9fj2kd93k', 'AK1d9fj2kd93k'],
  ['    set passwd ENC SH2Vw6Kd93', 'SH2Vw6Kd93'],
  ['boot config scp://ops:hunter22@192.0.2.3/start', 'hunter22'],
  ['The password is: Winter2026', 'Winter2026'],
  ['Running Permanent Activation Key: 0x5d1ac34a 0x58ca1d6f 0xf9a11180 0xc8e88c4c 0x8d31fa9f', '8d31fa9f'],
  [`ssh-rsa ${'AAAAB3NzaC1yc2E'.repeat(6)} ops@host`, 'AAAAB3NzaC1yc2E'],
  ['md5 digest 6f5be217100f34929986f2e93dd2d5e9', '6f5be217100f34929986f2e93dd2d5e9'],
];

/** Lines of outputs that say something about the device, and no secret. */
const KEPT = [
  'Cisco IOS Software, C2960X Software (C2960X-UNIVERSALK9-M), Version 15.2(7)E3, RELEASE SOFTWARE (fc3)',
  'Processor board ID FOC1234X5YZ',
  'Serial number: 35BA12C16E793CAD48DE0EEC072CFD74',
  'Chassis id: 0011.2233.4455',
  'Device ID: sw-1.example.net',
  '  IP address: 192.0.2.1',
  'Interface: GigabitEthernet1/0/1,  Port ID (outgoing port): GigabitEthernet0/1',
  'fe80::211:22ff:fe33:4455',
  '# show version',
];

describe('redact', () => {
  it.each(LINES)('takes the secret out of %j', (line, secret) => {
    expect(line).toContain(secret);
    expect(redact(`before\n${line}\nafter`)).toMatch(/^before\n[^]*<removed>[^]*\nafter$/);
    expect(redact(line)).not.toContain(secret);
  });

  it.each(KEPT)('leaves %j as it is', (line) => {
    expect(redact(line)).toBe(line);
  });

  it('takes out what stands between BEGIN and END, also where the end is missing', () => {
    const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAK\n-----END RSA PRIVATE KEY-----';
    expect(redact(`a\n${key}\nb`)).toBe('a\n<removed>\nb');
    expect(redact(`a\n${key.slice(0, 40)}`)).toBe('a\n<removed>');
  });

  it('leaves nothing of what the session logged in with, wherever the device repeats it', () => {
    const secret = fc.stringMatching(/^[!-~]{4,20}$/).filter((word) => !'<removed>'.includes(word));
    const around = fc.string({ maxLength: 40 });
    fc.assert(
      fc.property(secret, around, around, (word, before, after) => {
        expect(redact(`${before}${word}${after}`, [word]).includes(word)).toBe(false);
      }),
    );
  });

  // A pattern that is not linear takes minutes here.
  it('comes through a megabyte of the same', () => {
    for (const unit of [
      'password ',
      'key is is ',
      '$6$',
      '://a:',
      ' ',
      "'",
      '"',
      '0',
      'A',
      '0x1 ',
      '-',
      'snmp ',
      'md5 key ',
    ]) {
      const line = unit.repeat(Math.ceil(4096 / unit.length));
      const text = `${line}\n`.repeat(Math.ceil(1_000_000 / line.length));
      expect(redact(text).length).toBeGreaterThan(0);
    }
  });
});
