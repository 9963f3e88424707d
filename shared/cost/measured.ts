/**
 * What a device costs a run, as measured: units by a test on a lab's campus (test/unit/cost/consumed.test.ts), rounded up. A
 * probe of a real device takes 2 to 6 s.
 */
export const MEASURED = {
  probeSeconds: 4,
  writesPerDevice: 26,
  readsPerDevice: 23,
  memoryMb: 512,
  /** What stays in the table for a device: itself, its names and neighbors. */
  bytesPerDevice: 8_000,
  /** What each run adds: its targets, visits, sessions and map. */
  bytesPerDeviceAndRun: 2_500,
  /** States that the workflow enters; a test holds them against its text, which a deployed function does not have. */
  states: { perRun: 5, perWave: 5, perDevice: 1 },
} as const;
