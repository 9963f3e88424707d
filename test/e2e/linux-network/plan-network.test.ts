import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planNetwork } from './plan-network.ts';

const size = fc.integer({ min: 2, max: 60 });
const plan = fc
  .record({ devices: size, seed: fc.integer({ min: 0, max: 2 ** 31 }) })
  .map((options) => planNetwork(options));

it('every device can be reached from the first by cables', () => {
  fc.assert(
    fc.property(plan, ({ devices, cables }) => {
      const reached = new Set([devices[0]!.name]);
      for (const name of reached) {
        for (const { a, b } of cables) {
          if (a.device === name) reached.add(b.device);
          if (b.device === name) reached.add(a.device);
        }
      }
      expect(reached.size).toBe(devices.length);
    }),
  );
});

it('a port holds one cable, and no cable ends where it began', () => {
  fc.assert(
    fc.property(plan, ({ devices, cables }) => {
      const ends = cables.flatMap(({ a, b }) => [`${a.device} ${a.port}`, `${b.device} ${b.port}`]);
      expect(new Set(ends).size).toBe(ends.length);
      expect(ends.length).toBe(devices.reduce((sum, { ports }) => sum + ports, 0));
      for (const { a, b } of cables) expect(a.device).not.toBe(b.device);
    }),
  );
});

it('the two ends of every cable have a protocol in common', () => {
  fc.assert(
    fc.property(plan, ({ devices, cables }) => {
      const speech = new Map(devices.map((device) => [device.name, device.speech]));
      for (const { a, b } of cables) {
        const both = [speech.get(a.device), speech.get(b.device)];
        expect(both.includes('cdp') && both.includes('lldp')).toBe(false);
      }
    }),
  );
});

it('a network of twelve has a parallel cable, a ring, a CDP-only device and a cable with both protocols', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const { devices, cables } = planNetwork({ devices: 12, seed });
      const speech = new Map(devices.map((device) => [device.name, device.speech]));
      const pairs = cables.map(({ a, b }) => [a.device, b.device].sort().join(' '));
      expect(new Set(pairs).size).toBeLessThan(pairs.length);
      expect(cables.length).toBeGreaterThan(devices.length);
      expect([...speech.values()]).toContain('cdp');
      const speaksBoth = (device: string) => speech.get(device) === 'lldp-and-cdp';
      expect(cables.some(({ a, b }) => speaksBoth(a.device) && speaksBoth(b.device))).toBe(true);
    }),
  );
});
