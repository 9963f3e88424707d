/**
 * What a device costs a run, as measured: units by a test on a lab's campus (test/unit/cost/consumed.test.ts), rounded up. A
 * probe of a real device takes 2 to 6 s.
 */
export const MEASURED = {
  probeSeconds: 4,
  writesPerDevice: 26,
  readsPerDevice: 16,
  memoryMb: 512,
} as const;
