/**
 * List prices in US dollars, us-east-1, without free tiers and discounts, as the pages named behind each group had them on `asOf`. The one
 * place where a price stands: change it here, with the date.
 */
export const PRICES = {
  asOf: '2026-01',
  region: 'us-east-1',

  // aws.amazon.com/step-functions/pricing
  /** Standard workflows: one state entered. */
  stateTransition: 25 / 1e6,

  // aws.amazon.com/lambda/pricing
  lambdaRequest: 0.2 / 1e6,
  /** On arm64, a GB for a second. */
  lambdaGbSecond: 0.0000133334,

  // aws.amazon.com/dynamodb/pricing/on-demand
  /** One write of up to 1 KB. */
  writeUnit: 0.625 / 1e6,
  /** One consistent read of up to 4 KB. */
  readUnit: 0.125 / 1e6,
  tableGbMonth: 0.25,
  pointInTimeGbMonth: 0.2,

  // aws.amazon.com/cloudwatch/pricing
  logGb: 0.5,
  /** An alarm of standard resolution, a month. */
  alarmMonth: 0.1,
  /** A custom metric, a month. */
  metricMonth: 0.3,
  dashboardMonth: 3,

  // aws.amazon.com/privatelink/pricing
  /** A zone of an interface endpoint, an hour. */
  endpointZoneHour: 0.01,

  // aws.amazon.com/secrets-manager/pricing
  secretMonth: 0.4,

  // aws.amazon.com/eventbridge/pricing
  schedulerInvocation: 1 / 1e6,
} as const;
