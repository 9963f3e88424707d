/**
 * List prices in US dollars, us-east-1, without free tiers and discounts, as the pricing pages of AWS had them on `asOf`. The one
 * place where a price stands: change it here, with the date.
 */
export const PRICES = {
  asOf: '2026-01',
  region: 'us-east-1',
  /** Step Functions, standard: one state entered. */
  stateTransition: 25 / 1e6,
  lambdaRequest: 0.2 / 1e6,
  /** Lambda on arm64, a GB for a second. */
  lambdaGbSecond: 0.0000133334,
  /** DynamoDB on demand: one write of up to 1 KB. */
  writeUnit: 0.625 / 1e6,
  /** DynamoDB on demand: one consistent read of up to 4 KB. */
  readUnit: 0.125 / 1e6,
  tableGbMonth: 0.25,
  pointInTimeGbMonth: 0.2,
  logGb: 0.5,
  /** A zone of an interface endpoint, an hour. */
  endpointZoneHour: 0.01,
  secretMonth: 0.4,
  /** An alarm of standard resolution, a month. */
  alarmMonth: 0.1,
  /** A custom metric, a month. */
  metricMonth: 0.3,
  dashboardMonth: 3,
} as const;
