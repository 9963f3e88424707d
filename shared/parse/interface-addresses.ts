import type { InterfaceAddress } from '../model/collected.ts';
import { readAddress } from './addresses.ts';
import { stated } from './stated.ts';

/** What a parser found, as printed. */
export interface RawAddress {
  readonly port: string | null | undefined;
  /** `10.0.0.1/24`, or the address alone. */
  readonly address: string | null | undefined;
}

const PORT_LIMIT = 128;

/** The addresses that can be one, each once for its port. Link-local ones and those of the loopback block tell nothing. */
export function interfaceAddresses(raws: readonly RawAddress[]): InterfaceAddress[] {
  const found = new Map<string, InterfaceAddress>();
  for (const raw of raws) {
    const port = stated(raw.port)?.slice(0, PORT_LIMIT);
    const address = withLength(raw.address);
    if (port === undefined || address === null) continue;
    found.set(`${port} ${address}`, { port, address });
  }
  return [...found.values()];
}

function withLength(text: string | null | undefined): string | null {
  const address = readAddress(text);
  if (address === null || /^(?:127\.|::1$|fe[89ab])/i.test(address)) return null;
  const length = /\/(\d{1,3})(?!\d)/.exec(text ?? '')?.[1];
  const most = address.includes(':') ? 128 : 32;
  return length !== undefined && Number(length) <= most ? `${address}/${Number(length)}` : address;
}
