import type { DevicePort, Facts } from '../model/device.ts';
import { readAddress } from './addresses.ts';
import { facts } from './facts.ts';
import { outputLines } from './lines.ts';

interface Port {
  name: string;
  mac?: string;
  description?: string;
  addresses: string[];
}

/**
 * `ip addr show` of iproute2 and busybox, and its one-line forms `ip -o addr` and `ip -o link`: ports with MAC address,
 * alias (as description) and addresses. `eth0@if7` is `eth0`. Loopback and link-local addresses are left out, as they
 * do not tell devices apart.
 */
export function parseIpAddr(text: string): Facts {
  const ports = new Map<string, Port>();
  let port: Port | null = null;
  for (const line of outputLines(text)) {
    const begins = /^\d{1,9}: ([^\s:@]{1,64})(?:@[^\s:]{1,64})?:?\s/.exec(`${line} `);
    if (begins) port = portOf(ports, begins[1] ?? '');
    if (port !== null) readLine(port, line);
  }
  return facts({ ports: [...ports.values()].filter(isTelling).map(devicePort) });
}

function portOf(ports: Map<string, Port>, name: string): Port {
  const port = ports.get(name) ?? { name, addresses: [] };
  ports.set(name, port);
  return port;
}

function readLine(port: Port, line: string): void {
  const mac = /\blink\/ether ([0-9a-f:]{17})\b/i.exec(line)?.[1];
  if (mac !== undefined) port.mac = mac;
  const alias = /(?:^\s{1,8}|\\\s{1,8})alias (\S[^\\]{0,254})$/.exec(line)?.[1];
  if (alias !== undefined) port.description = alias.trim();
  const address = readAddress(/\binet6? (\S{1,64})/.exec(line)?.[1]);
  if (address !== null && !/^(?:127\.|::1$|fe[89ab])/i.test(address)) port.addresses.push(address);
}

const isTelling = (port: Port): boolean => port.mac !== undefined || port.addresses.length > 0;

function devicePort(port: Port): DevicePort {
  const { addresses, ...rest } = port;
  return addresses.length > 0 ? { ...rest, addresses: [...new Set(addresses)] } : rest;
}
