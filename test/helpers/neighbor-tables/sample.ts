import fc from 'fast-check';

/** A neighbor as a device might print it, with nothing that two formats would print differently. */
export interface Sample {
  readonly localPort: string;
  readonly remoteName: string;
  readonly remotePort: string;
  readonly address: string;
  readonly chassisId: string;
  readonly platform: string;
}

/** Prints a table of neighbors as a device does. */
export type Render = (all: readonly Sample[]) => string;

/** A renderer that prints one neighbor after the other, below a header. */
export const each =
  (render: (one: Sample, index: number) => string, header = ''): Render =>
  (all) =>
    header + all.map(render).join('');

const word = (pattern: RegExp): fc.Arbitrary<string> => fc.stringMatching(pattern);
const number = fc.integer({ min: 0, max: 64 });
const hex = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16).padStart(4, '0'));

export const samples: fc.Arbitrary<Sample[]> = fc.array(
  fc.record({
    localPort: fc
      .tuple(fc.constantFrom('Gi', 'Te', 'Eth', 'Hu', 'Twe'), number, number)
      .map(([t, a, b]) => `${t}${a}/0/${b}`),
    remoteName: word(/^[a-z][a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,3}(\.lab\.example)?$/),
    remotePort: fc
      .tuple(fc.constantFrom('Gi', 'Fa', 'Ethernet', 'ge-0/0/'), number)
      .map(([t, n]) => `${t}${n}`),
    address: fc.oneof(
      fc.ipV4().filter((address) => address !== '0.0.0.0'),
      fc.constant('2001:db8::1'),
    ),
    chassisId: fc.tuple(hex, hex, hex).map((parts) => parts.join('.')),
    platform: word(/^[A-Z][A-Z0-9]{1,3}-[A-Z0-9]{3,8}$/),
  }),
  { maxLength: 12 },
);

/** The same `count` neighbors every time, no two with one name, port or chassis id: for what a generator would cost too much. */
export const numbered = (count: number): Sample[] =>
  Array.from({ length: count }, (_, n) => ({
    localPort: `Gi${1 + (n >> 6)}/0/${n & 63}`,
    remoteName: `sw-${n}.lab.example`,
    remotePort: `Ethernet${n % 512}`,
    address: `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255 || 1}`,
    chassisId: `0200.${(n >> 16).toString(16).padStart(4, '0')}.${(n & 0xffff).toString(16).padStart(4, '0')}`,
    platform: 'WS-C9300',
  }));
