import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const TOOLS = ['ip', 'nsenter', 'unshare', 'pgrep', 'sshd', 'ssh-keygen', 'lldpd', 'lldpcli', 'openssl'];
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];

/** Why a rig cannot be built here, or undefined where it can. */
export function missingForRig(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root, for network namespaces';
  const missing = TOOLS.filter((tool) => !FOLDERS.some((folder) => isExecutable(join(folder, tool))));
  if (missing.length > 0) return `no ${missing.join(', ')} here: see docs/testing.md for the packages`;
  return isNetworkAllowed() ? undefined : 'namespaces, bridges or veth pairs are not allowed here';
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A container's root has the tools, yet often not the right. Tried in a namespace that ends with the command. */
function isNetworkAllowed(): boolean {
  const devices = 'ip link add br0 type bridge && ip link add left type veth peer name right';
  try {
    execFileSync('unshare', ['--net', '--uts', '--mount', '--pid', '--fork', 'sh', '-c', devices], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
