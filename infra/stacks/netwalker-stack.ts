import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { NetworkDiscovery, type NetworkDiscoveryProps } from '../constructs/network-discovery.ts';

/** One network's discovery, and the names that the CLI needs of it. */
export class NetwalkerStack extends Stack {
  readonly discovery: NetworkDiscovery;

  constructor(scope: Construct, id: string, props: StackProps & NetworkDiscoveryProps) {
    const { settings, code, ...stack } = props;
    super(scope, id, { description: 'netwalker: walks a network and proves that it left', ...stack });
    this.discovery = new NetworkDiscovery(this, 'Discovery', { settings, code });
    const { table, workflow, alarms } = this.discovery;
    new CfnOutput(this, 'TableName', { value: table.table.tableName });
    new CfnOutput(this, 'StateMachineArn', { value: workflow.stateMachine.stateMachineArn });
    new CfnOutput(this, 'AlarmTopicArn', { value: alarms.topic.topicArn });
  }
}
