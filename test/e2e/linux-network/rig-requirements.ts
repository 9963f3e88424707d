import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const TOOLS = ['ip', 'unshare', 'pgrep', 'ssh', 'sshd', 'ssh-keygen', 'lldpd', 'lldpcli', 'openssl'];
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];

/** Why a rig cannot be built here, or undefined where it can. */
export function missingForRig(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root, for network namespaces';
  const missing = TOOLS.filter((tool) => !FOLDERS.some((folder) => isExecutable(join(folder, tool))));
  if (missing.length > 0) return `${missing.join(', ')} not found (packages: see docs/testing.md)`;
  return undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
