import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { INDEX_LIST, INDEX_OPEN, TABLE, TTL_ATTRIBUTE } from '../../shared/names.ts';

const string = (name: string) => ({ name, type: AttributeType.STRING });
const number = (name: string) => ({ name, type: AttributeType.NUMBER });

/**
 * The one table: on demand, with point-in-time recovery, kept when the stack goes. Keys and indexes are those that the
 * embedded engine creates (a test compares them). Encrypted with the key that AWS owns, which costs nothing, or with one of yours.
 */
export class DiscoveryTable extends Construct {
  readonly table: Table;
  readonly encryptionKey: IKey | undefined;

  constructor(scope: Construct, id: string, { encryptionKey }: { readonly encryptionKey?: IKey } = {}) {
    super(scope, id);
    this.encryptionKey = encryptionKey;
    this.table = new Table(this, 'Table', {
      partitionKey: string(TABLE.pk),
      sortKey: string(TABLE.sk),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      timeToLiveAttribute: TTL_ATTRIBUTE,
      ...(encryptionKey ? { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey } : {}),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: INDEX_OPEN,
      partitionKey: string(TABLE.g1pk),
      sortKey: number(TABLE.g1sk),
      projectionType: ProjectionType.ALL,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: INDEX_LIST,
      partitionKey: string(TABLE.g2pk),
      sortKey: string(TABLE.g2sk),
      projectionType: ProjectionType.ALL,
    });
  }

  indexArn(index: string): string {
    return `${this.table.tableArn}/index/${index}`;
  }
}
