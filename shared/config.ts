import { z } from 'zod';

/** One schema for the config file, the flags and the execution input. */

const cidr = z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()], {
  error: 'not a CIDR such as 10.0.0.0/8 or 2001:db8::/32',
});
const positive = z.number().int().positive();

/** HOST, HOST:PORT, [IPV6] or [IPV6]:PORT. */
export const seedSchema = z.string().min(1).max(300);

export const runSettingsSchema = z.strictObject({
  network: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'use letters, digits, ".", "_" and "-"'),
  seeds: z.array(seedSchema).min(1, 'name at least one seed'),
  scope: z.array(cidr).min(1, 'name at least one CIDR: nothing outside the scope is dialled'),
  exclude: z.array(cidr).default([]),
  port: z.number().int().min(1).max(65_535).default(22),
  maxDepth: z.number().int().min(0).nullable().default(null),
  concurrency: positive.max(1000).default(50),
  probeTimeoutSeconds: z.number().min(1).max(30).default(20),
  platform: z.string().optional(),
  filters: z
    .strictObject({
      includeNames: z.array(z.string()).default([]),
      excludeNames: z.array(z.string()).default([]),
      excludePlatforms: z.array(z.string()).default([]),
    })
    .prefault({}),
  leaks: z
    .strictObject({
      coolDown: z.number().int().min(0).default(5),
      abort: z.number().int().min(0).default(20),
    })
    .prefault({}),
});
