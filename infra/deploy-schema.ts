import { z } from 'zod';
import { credentialReferenceSchema } from '../shared/config.ts';
import { LONGEST_HOURS } from './hours-until-missed.ts';

/** An existing VPC, by its attributes: synthesis never asks AWS. */
const vpcSchema = z.strictObject({
  id: z.string().startsWith('vpc-'),
  cidr: z.cidrv4(),
  availabilityZones: z.array(z.string()).min(1),
  /** Private subnets with a route to the devices, one for each zone. */
  subnetIds: z.array(z.string().startsWith('subnet-')).min(1),
  /** The route table of each of these subnets. */
  routeTableIds: z.array(z.string().startsWith('rtb-')).min(1),
  /** False when the VPC has a DynamoDB gateway endpoint already. */
  dynamodbEndpoint: z.boolean().default(true),
  /** False when the VPC has a Secrets Manager endpoint already. */
  secretsEndpoint: z.boolean().default(true),
});

const secretSchema = z.strictObject({
  secret: z.string().min(1),
  match: credentialReferenceSchema.shape.match,
});

/** The `deploy` part of netwalker.yaml: what only a deployment needs. */
export const deploySchema = z.strictObject({
  stackName: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, 'letters, digits and "-", at most 40')
    .default('netwalker'),
  account: z.string().optional(),
  region: z.string().optional(),
  /** `rate(1 day)` or `cron(0 3 * * ? *)`, as EventBridge Scheduler reads it. Without it, people start runs. */
  schedule: z
    .string()
    .regex(
      /^(rate\([1-9]\d* (minute|hour|day)s?\)|cron\(([^()\s]+ +){5}[^()\s]+\))$/,
      'rate(...) in minutes, hours or days, or cron(...) with six fields',
    )
    .optional(),
  /** IANA name. */
  timeZone: z.string().optional(),
  vpc: vpcSchema.optional(),
  /** The region's managed prefix list of DynamoDB: the probe may reach nothing else over HTTPS. */
  dynamodbPrefixList: z.string().startsWith('pl-').optional(),
  /**
   * Secrets Manager names or full ARNs, each alone or with the targets that it is for: the first that fits is used. The probe may read
   * these and no others.
   */
  secrets: z
    .array(
      z.union([
        z
          .string()
          .min(1)
          .transform((secret) => ({ secret })),
        secretSchema,
      ]),
    )
    .min(1)
    .default([{ secret: 'netwalker/ssh' }]),
  /** The customer-managed key of these secrets, where they have one. */
  secretsKeyArn: z.string().startsWith('arn:').optional(),
  /** The customer-managed key of the table; without it, one that AWS owns. */
  tableKeyArn: z.string().startsWith('arn:').optional(),
  /** How long targets and sessions of a run are kept; without it they stay. Devices always stay. */
  keepRunsDays: z.number().int().min(7).max(3650).optional(),
  /** The name or ARN of the event bus that events go to (docs/events.md); without it, the account's default bus. */
  eventBus: z.string().min(1).default('default'),
  logRetentionDays: z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)]).default(30),
  /** Is told of alarms, after confirming the subscription. */
  alarmEmail: z.email().optional(),
  /**
   * Hours without a completed run after which the schedule counts as missed, at most a week; false: nobody wants to know. Without it
   * an hour more than lies between two runs (`hours-until-missed.ts`).
   */
  missedAfterHours: z.union([z.number().int().min(2).max(LONGEST_HOURS), z.literal(false)]).optional(),
  /** Logins refused within five minutes that are an alarm: a rotation that went wrong, or an account about to be locked. */
  authFailureThreshold: z.number().int().min(0).default(5),
});
