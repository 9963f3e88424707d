import { z } from 'zod';
import { COLLECTORS } from './model/collected.ts';

/** One schema for the config file, the flags and the execution input. */

const cidr = z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()], {
  error: 'not a CIDR such as 10.0.0.0/8 or 2001:db8::/32',
});
const positive = z.number().int().positive();
const collectors = z.array(z.enum(COLLECTORS, { error: `use ${COLLECTORS.join(' or ')}` }));
/** From one in ten seconds on: slower, and a target waits longer for its turn than its probe may. */
const loginRate = z.number().min(0.1).max(1000);

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
  reclaim: z.boolean().default(false),
  collect: collectors.default([]),
  keepRaw: z.boolean().default(false),
  lines: z
    .strictObject({
      retries: z.number().int().min(0).max(5).default(2),
      retryAfterSeconds: positive.max(3600).default(60),
    })
    .prefault({}),
  auth: z
    .strictObject({
      failuresInARow: positive.default(3),
      pauseSeconds: positive.max(3600).default(60),
      loginsPerSecond: loginRate.optional(),
    })
    .prefault({}),
  basis: z
    .strictObject({
      run: z.string().min(1).max(100),
      visit: z.enum(['unvisited', 'failed', 'stale']),
      staleSeconds: positive.optional(),
    })
    .refine(({ visit, staleSeconds }) => (visit === 'stale') === (staleSeconds !== undefined), {
      error: 'staleSeconds belongs to the visit "stale", and to no other',
    })
    .optional(),
  exec: z
    .strictObject({
      commands: z.array(z.string().min(1).max(400)).min(1).max(20),
      allowAny: z.boolean().default(false),
      devices: z.array(z.string().min(1).max(1000)).optional(),
    })
    .optional(),
});

const names = z.array(z.string().min(1));

/** Where devices stand: the first rule that fits names the site. */
export const siteRuleSchema = z.union([
  z.strictObject({
    site: z.string().min(1).max(100),
    names: names.optional().meta({ description: 'Globs, compared without case and domain.' }),
    addresses: z.array(cidr).optional().meta({ description: 'CIDRs that hold one of its addresses.' }),
  }),
  z.strictObject({
    nameUpTo: z
      .string()
      .min(1)
      .max(10)
      .meta({ description: 'The site is what stands before this in the name: "-" makes hq of hq-core-1.' }),
  }),
]);
const path = z.string().min(1).meta({ description: 'A path, relative to the config file.' });
const envName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable, not its value')
  .meta({ description: 'The name of an environment variable that holds the value.' });

/** A credential by reference: the file can be committed, because a secret never stands in it. */
export const credentialReferenceSchema = z
  .strictObject({
    match: z
      .strictObject({
        addresses: z.array(cidr).optional().meta({ description: 'Only for targets in these CIDRs.' }),
        names: names
          .optional()
          .meta({ description: 'Only for targets whose name matches one of these globs.' }),
      })
      .optional(),
    username: z.string().min(1).optional(),
    usernameEnv: envName.optional(),
    passwordEnv: envName.optional(),
    passwordFile: path.optional(),
    keyFile: path.optional(),
    passphraseEnv: envName.optional(),
    agent: z.boolean().optional().meta({ description: 'Log in with the SSH agent behind SSH_AUTH_SOCK.' }),
    enableEnv: envName.optional(),
    enableFile: path.optional(),
    file: path.optional().meta({ description: 'A JSON file: {"username", "password", "port"?, "enable"?}.' }),
  })
  .meta({ description: 'How to log in. The first entry whose `match` fits is used.' });

/** `netwalker.yaml`. Everything is optional: flags and the environment stand above it. */
export const configFileSchema = z
  .strictObject({
    network: runSettingsSchema.shape.network
      .optional()
      .meta({ description: 'The name under which devices are kept: runs of one network share them.' }),
    seeds: runSettingsSchema.shape.seeds
      .optional()
      .meta({ description: 'Addresses or names to start from: HOST, HOST:PORT, [IPV6]:PORT.' }),
    scope: runSettingsSchema.shape.scope
      .optional()
      .meta({ description: 'CIDRs. Nothing outside them is ever dialled.' }),
    exclude: z
      .array(cidr)
      .optional()
      .meta({ description: 'CIDRs inside the scope that are not dialled either.' }),
    port: z.number().int().min(1).max(65_535).optional().meta({ description: 'SSH port. Default 22.' }),
    platform: z.string().min(1).optional().meta({ description: 'A platform id that overrides detection.' }),
    credentials: z
      .union([credentialReferenceSchema, z.array(credentialReferenceSchema).min(1)])
      .optional()
      .meta({ description: 'One reference, or a list of which the first that matches is used.' }),
    limits: z
      .strictObject({
        maxDepth: z
          .number()
          .int()
          .min(0)
          .optional()
          .meta({ description: 'Hops from the seeds. Default: no limit.' }),
        concurrency: positive.max(1000).optional().meta({ description: 'Probes at once. Default 50.' }),
        probeTimeout: z
          .number()
          .min(1)
          .max(30)
          .optional()
          .meta({ description: 'Seconds for one device, closing included. Default 20.' }),
      })
      .optional(),
    filters: z
      .strictObject({
        includeNames: names
          .optional()
          .meta({ description: 'Follow only neighbors whose name matches a glob.' }),
        excludeNames: names
          .optional()
          .meta({ description: 'Record these neighbors, and do not follow them.' }),
        excludePlatforms: names.optional().meta({ description: 'The same by platform, as a glob.' }),
      })
      .optional(),
    leaks: z
      .strictObject({
        coolDown: z
          .number()
          .int()
          .min(0)
          .optional()
          .meta({ description: 'Wait above this many leaks. Default 5.' }),
        abort: z
          .number()
          .int()
          .min(0)
          .optional()
          .meta({ description: 'End the run above this many. Default 20.' }),
      })
      .optional(),
    lines: z
      .strictObject({
        retries: z
          .number()
          .int()
          .min(0)
          .max(5)
          .optional()
          .meta({ description: 'How often a device whose lines are all taken is tried again. Default 2.' }),
        retryAfterSeconds: positive
          .max(3600)
          .optional()
          .meta({ description: 'After how long; twice as long each time. Default 60.' }),
      })
      .optional(),
    auth: z
      .strictObject({
        failuresInARow: positive.optional().meta({
          description: 'So many devices in a row that refuse an account pause it. Default 3.',
        }),
        pauseSeconds: positive
          .max(3600)
          .optional()
          .meta({ description: 'Pause before one more login is tried. Default 60.' }),
        loginsPerSecond: loginRate.optional().meta({
          description: 'Logins of an account in a second, of all runs together. Default: not counted.',
        }),
      })
      .optional(),
    sites: z
      .array(siteRuleSchema)
      .optional()
      .meta({ description: 'Which site a device stands at. The first rule that fits decides.' }),
    reclaim: z.boolean().optional().meta({
      description:
        'Log in again after a leak and clear the line that is provably its own. Default false: see docs/security.md.',
    }),
    collect: collectors.optional().meta({
      description:
        'What is read of each device besides, each with a command more: vlans, addresses. Default none.',
    }),
    keepRaw: z.boolean().optional().meta({
      description:
        'Keep what devices print, without secrets; those of no known platform are asked with neutral commands. Default false.',
    }),
    deploy: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'Settings of the stack: read by cdk only, see docs/operations.md.' }),
    dataDir: path.optional().meta({ description: 'Where the tables are kept. Default .netwalker.' }),
  })
  .meta({ title: 'netwalker.yaml', description: 'Settings of netwalker: see docs/configuration.md.' });

export type ConfigFile = z.infer<typeof configFileSchema>;
export type CredentialReference = z.infer<typeof credentialReferenceSchema>;
