import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceConnection, DeviceLine } from '../../shared/model/device-line.ts';
import { findOwnLine } from '../../shared/topology/own-line.ts';

/** One connection to a device as it really is; `isLoggedIn` gives it a line. */
interface Held {
  readonly user: string;
  readonly address: string;
  readonly port: number;
  readonly isLoggedIn: boolean;
}

const OURS = { user: 'ops', address: '10.1.1.5' };
const held = fc.record({
  user: fc.constantFrom('ops', 'eve'),
  address: fc.constantFrom('10.1.1.5', '10.1.1.6', '10.1.1.7'),
  port: fc.integer({ min: 1_024, max: 1_040 }),
  isLoggedIn: fc.boolean(),
});

/** Any device: our asking session, the leaked one (in any state, or gone), and whoever else is there. */
const devices = fc.record({
  leaked: fc.option(fc.boolean(), { nil: null }),
  others: fc.uniqueArray(held, { maxLength: 4, selector: ({ address, port }) => `${address}:${port}` }),
  showsOrigin: fc.boolean(),
  isTranslated: fc.boolean(),
});

function look(device: {
  readonly leaked: boolean | null;
  readonly others: readonly Held[];
  readonly showsOrigin: boolean;
  readonly isTranslated: boolean;
}) {
  const own: Held = { ...OURS, port: 2_000, isLoggedIn: true };
  const lost: Held[] = device.leaked === null ? [] : [{ ...OURS, port: 1_999, isLoggedIn: device.leaked }];
  const all = [own, ...lost, ...device.others];
  const seenFrom = (address: string): string =>
    device.isTranslated && address === OURS.address ? '192.0.2.1' : address;
  const connections: DeviceConnection[] = all.map(({ address, port }) => ({
    localPort: 22,
    address: seenFrom(address),
    port,
  }));
  const lines: DeviceLine[] = all
    .filter(({ isLoggedIn }) => isLoggedIn)
    .map((each) => ({
      line: `${each.address}:${each.port}`,
      user: each.user,
      from: device.showsOrigin ? seenFrom(each.address) : null,
      isOwn: each === own,
    }));
  return findOwnLine({
    lines,
    connections,
    user: OURS.user,
    leaked: { address: OURS.address, port: 1_999 },
    own: { address: OURS.address, port: 2_000 },
  });
}

describe('the line of a leaked session', () => {
  it('is never a line of anybody else', () => {
    fc.assert(
      fc.property(devices, (device) => {
        const result = look(device);
        if (result.found === 'line') expect(result.line.line).toBe('10.1.1.5:1999');
        if (device.isTranslated) expect(result.found).toBe('unproven');
      }),
      { numRuns: 2_000 },
    );
  });

  it('is found when nobody else is there, and called gone when the device holds it no more', () => {
    const alone = { others: [], isTranslated: false };
    for (const showsOrigin of [true, false]) {
      expect(look({ ...alone, showsOrigin, leaked: true })).toMatchObject({ found: 'line' });
      expect(look({ ...alone, showsOrigin, leaked: null })).toEqual({ found: 'gone' });
      expect(look({ ...alone, showsOrigin, leaked: false })).toMatchObject({ found: 'unproven' });
    }
  });

  it('is found beside others where the listing says where each came from', () => {
    const others = [
      { user: 'ops', address: '10.1.1.6', port: 1_024, isLoggedIn: true },
      { user: 'eve', address: '10.1.1.7', port: 1_025, isLoggedIn: true },
    ];
    const device = { others, isTranslated: false, leaked: true };
    expect(look({ ...device, showsOrigin: true })).toMatchObject({ found: 'line' });
    expect(look({ ...device, showsOrigin: false })).toMatchObject({ found: 'unproven' });
  });
});
