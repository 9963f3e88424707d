/** A deployment that names everything. Documentation addresses, account and ids. */
export const everything = {
  network: 'campus',
  seeds: ['10.20.0.1', 'core-sw1.example.net'],
  scope: ['10.20.0.0/16', '2001:db8::/32', '192.0.2.7'],
  port: 2222,
  limits: { concurrency: 80, probeTimeout: 25, maxDepth: 9 },
  deploy: {
    stackName: 'walk-campus',
    account: '111122223333',
    region: 'eu-central-1',
    schedule: 'cron(0 3 * * ? *)',
    timeZone: 'Europe/Vienna',
    vpc: {
      id: 'vpc-0123456789abcdef0',
      cidr: '10.99.0.0/24',
      availabilityZones: ['eu-central-1a', 'eu-central-1b'],
      subnetIds: ['subnet-0aaaaaaaaaaaaaaaa', 'subnet-0bbbbbbbbbbbbbbbb'],
      routeTableIds: ['rtb-0aaaaaaaaaaaaaaaa', 'rtb-0bbbbbbbbbbbbbbbb'],
      secretsEndpoint: false,
    },
    dynamodbPrefixList: 'pl-0123456789abcdef0',
    secrets: [
      { secret: 'netwalker/core', match: { addresses: ['10.20.0.0/24'], names: ['core-*'] } },
      'arn:aws:secretsmanager:eu-central-1:111122223333:secret:edge-AbCdEf',
    ],
    secretsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/12345678-1234-1234-1234-123456789012',
    tableKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/87654321-4321-4321-4321-210987654321',
    keepRunsDays: 90,
    missedAfterHours: 26,
    authFailureThreshold: 4,
    alarmEmail: 'noc@example.net',
  },
};
