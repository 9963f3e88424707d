import { describe, expect, test } from 'vitest';
import { dialectOf } from '../../../lab/device/dialect-of.ts';
import type { CliContext } from '../../../lab/device/cli-context.ts';
import type { LabDevice } from '../../../lab/network/blueprint.ts';
import { buildNetwork } from '../../../lab/network/build-network.ts';
import { heardByDevice } from '../../../lab/network/heard.ts';
import { toldAddresses, toldVlans } from '../../../lab/network/interfaces.ts';
import { findPlatform } from '../../../shared/platform/platforms.ts';
import { parseOutput } from '../../../shared/steps/parse-output.ts';

const blueprint = buildNetwork('mixed', 30, 1);
const heard = heardByDevice(blueprint);
const devices = blueprint.devices
  .filter(({ entry }) => entry.kind !== 'linux')
  .map((one) => [one.name, one] as const);

/** Listings that name nobody's address say who is there all the same. */
const heardBy = ({ index }: LabDevice, protocol: 'cdp' | 'lldp'): number =>
  (heard.get(index) ?? []).filter((one) => one[protocol]).length;

describe.each(devices)('what %s answers', (_name, device) => {
  const { kind } = device.entry;
  if (kind === 'linux') return;
  const { answers } = dialectOf({ ...device.entry, kind });
  const context: CliContext = {
    device,
    heard: heard.get(device.index) ?? [],
    lines: () => [],
    connections: () => [],
    clearLine: () => false,
  };
  // Fallbacks as well: a walk on healthy devices never asks them.
  const read = (findPlatform(kind)?.commands ?? [])
    .filter(({ command }) => command in answers)
    .map(({ command, reads }) => ({
      command,
      reads,
      ...parseOutput(kind, command, answers[command]?.(context) ?? ''),
    }));

  test('has every neighbor in it, on whatever command', () => {
    const found = read.filter(({ reads }) => reads === 'neighbors');
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) {
      const protocol = one.command.includes('cdp') ? 'cdp' : 'lldp';
      const entries = 'neighbors' in one ? one.neighbors : [];
      expect([one.command, entries.length]).toEqual([one.command, heardBy(device, protocol)]);
      expect(entries.filter(({ localPort }) => localPort === null)).toEqual([]);
    }
  });

  test('has its VLANs and addresses in it, as text and as JSON', () => {
    const vlans = [...toldVlans(device)].sort((a, b) => a.id - b.id);
    for (const one of read) {
      if ('vlans' in one) expect([one.command, one.vlans]).toEqual([one.command, vlans]);
      if (!('addresses' in one) || one.command.includes('ipv6')) continue;
      const own = toldAddresses(device).filter(
        ({ port }) =>
          kind !== 'paloalto_panos' || one.command.endsWith('management') === (port === 'management'),
      );
      expect([one.command, one.addresses]).toEqual([one.command, expect.arrayContaining(own)]);
      expect(one.addresses).toHaveLength(own.length);
    }
  });
});
