import type { Algorithms } from 'ssh2';
import type { CatalogEntry } from '../network/catalog.ts';

/** How the SSH server of a kind of device presents itself. */
export interface SshProfile {
  readonly id: string;
  /** After `SSH-2.0-`. */
  readonly ident: string;
  readonly hostKey: 'ed25519' | 'rsa';
  readonly algorithms: Algorithms;
  /** Connections at once; one more is closed after accept. */
  readonly lines: number;
}

const IOS: SshProfile = {
  id: 'ios',
  ident: 'Cisco-1.25',
  hostKey: 'rsa',
  lines: 16,
  algorithms: {
    kex: ['ecdh-sha2-nistp256', 'diffie-hellman-group14-sha256', 'diffie-hellman-group14-sha1'],
    serverHostKey: ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'],
    cipher: ['aes128-ctr', 'aes192-ctr', 'aes256-ctr'],
    hmac: ['hmac-sha2-256', 'hmac-sha2-512', 'hmac-sha1'],
  },
};

const XR: SshProfile = { ...IOS, id: 'xr', ident: 'Cisco-2.0', lines: 10 };

/** As a switch of 2010 offers: nothing newer than SHA-1 and CBC. */
const OLD_IOS: SshProfile = {
  ...IOS,
  id: 'old-ios',
  algorithms: {
    kex: ['diffie-hellman-group14-sha1'],
    serverHostKey: ['ssh-rsa'],
    cipher: ['aes128-cbc', '3des-cbc'],
    hmac: ['hmac-sha1'],
  },
};

const OPENSSH: Algorithms = {
  kex: ['curve25519-sha256', 'curve25519-sha256@libssh.org', 'ecdh-sha2-nistp256'],
  serverHostKey: ['ssh-ed25519'],
  cipher: ['aes128-gcm@openssh.com', 'aes128-ctr', 'aes256-gcm@openssh.com', 'aes256-ctr'],
  hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-256', 'hmac-sha2-512'],
};

const NXOS: SshProfile = {
  id: 'nxos',
  ident: 'OpenSSH_7.8 PKIX[12.1]',
  hostKey: 'ed25519',
  lines: 32,
  algorithms: OPENSSH,
};

/** Those whose management runs on a Linux or a BSD of their own. */
const OPENSSH_NOS: SshProfile = {
  id: 'openssh-nos',
  ident: 'OpenSSH_8.7',
  hostKey: 'ed25519',
  lines: 32,
  algorithms: OPENSSH,
};

const COMWARE_7: SshProfile = { ...IOS, id: 'comware-7', ident: 'Comware-7.1.070', lines: 32 };
const COMWARE_5: SshProfile = { ...OLD_IOS, id: 'comware-5', ident: 'Comware-5.20' };

/** VRP 5 has five lines where nobody gave it more. */
const VRP_5: SshProfile = { ...IOS, id: 'vrp-5', ident: 'HUAWEI-1.5', lines: 5 };
/** VRP 8 keeps to itself what it is. */
const VRP_8: SshProfile = { ...IOS, id: 'vrp-8', ident: '-', lines: 21 };

const LINUX: SshProfile = {
  id: 'linux',
  ident: 'OpenSSH_9.2p1 Debian-2+deb12u3',
  hostKey: 'ed25519',
  lines: 100,
  algorithms: OPENSSH,
};

export function profileOf(entry: CatalogEntry): SshProfile {
  switch (entry.kind) {
    case 'cisco_ios':
      return entry.legacy ? OLD_IOS : IOS;
    case 'cisco_nxos':
      return NXOS;
    case 'cisco_xr':
      return XR;
    case 'linux':
      return LINUX;
    case 'hp_comware':
      return entry.legacy ? COMWARE_5 : COMWARE_7;
    case 'huawei_vrp':
      return entry.osVersion.startsWith('8') ? VRP_8 : VRP_5;
    case 'arista_eos':
    case 'juniper_junos':
    case 'aruba_aoscx':
    case 'paloalto_panos':
      return OPENSSH_NOS;
  }
}
