import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ENV } from '../../shared/names.ts';
import type { DiscoveryTable } from './discovery-table.ts';
import type { ProbeNetwork } from './probe-network.ts';

export interface DiscoveryFunctionProps {
  readonly code: Code;
  readonly description: string;
  /** Ends before the TimeoutSeconds of the state that calls it. */
  readonly timeoutSeconds: number;
  readonly logRetention: RetentionDays;
  /** In MB; 512 without it. */
  readonly memorySize?: number;
  /** Sandboxes of this function at the same time. */
  readonly reservedConcurrency?: number;
  /** Without one, the function has no way into any network of ours. */
  readonly network?: ProbeNetwork;
}

/** What a function does with items, as IAM actions: never `*`, and never a scan. */
type ItemAction =
  'BatchGetItem' | 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem' | 'Query';

/** One of the functions: Node 24 on arm64, with a role that starts empty and a log group that expires. */
export class DiscoveryFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;
  private readonly role: Role;

  constructor(scope: Construct, id: string, props: DiscoveryFunctionProps) {
    super(scope, id);
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.logGroup.grantWrite(this.role);
    props.network?.allowInterfaces(this.role);
    this.function = new LambdaFunction(this, 'Function', {
      code: props.code,
      description: props.description,
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memorySize ?? 512,
      timeout: Duration.seconds(props.timeoutSeconds),
      role: this.role,
      logGroup: this.logGroup,
      environment: { NODE_OPTIONS: '--enable-source-maps' },
      ...(props.reservedConcurrency === undefined
        ? {}
        : { reservedConcurrentExecutions: props.reservedConcurrency }),
      ...props.network?.placement(),
    });
    props.network?.denyInterfacesToCode(this.role, this.function);
  }

  /** Tells the function its table and lets it do just these things with it. */
  usesTable(table: DiscoveryTable, actions: readonly ItemAction[]): this {
    this.function.addEnvironment(ENV.table, table.table.tableName);
    if (table.encryptionKey) this.usesKeyThroughDynamodb(table.encryptionKey.keyArn);
    return this.may(
      actions.map((action) => `dynamodb:${action}`),
      [table.table.tableArn],
    );
  }

  /** Calls to a table with a customer's key are made with the caller's right to that key, and only through DynamoDB. */
  private usesKeyThroughDynamodb(keyArn: string): void {
    const service = `dynamodb.${Stack.of(this).region}.amazonaws.com`;
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:DescribeKey'],
        resources: [keyArn],
        conditions: { StringEquals: { 'kms:ViaService': service } },
      }),
    );
  }

  /** Lets the function query one index. */
  queriesIndex(table: DiscoveryTable, index: string): this {
    return this.may(['dynamodb:Query'], [table.indexArn(index)]);
  }

  may(actions: readonly string[], resources: readonly string[]): this {
    this.role.addToPolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources] }),
    );
    return this;
  }
}
