import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { STACK_OUTPUTS } from '../../shared/names.ts';
import { NetworkDiscovery, type NetworkDiscoveryProps } from '../constructs/network-discovery.ts';

/** One network's discovery, and the names that the CLI needs of it. */
export class NetwalkerStack extends Stack {
  readonly discovery: NetworkDiscovery;

  constructor(scope: Construct, id: string, props: StackProps & NetworkDiscoveryProps) {
    const { settings, code, ...stack } = props;
    super(scope, id, { description: 'netwalker: walks a network and proves that it left', ...stack });
    this.discovery = new NetworkDiscovery(this, 'Discovery', { settings, code });
    const { table, workflow, alarms } = this.discovery;
    new CfnOutput(this, STACK_OUTPUTS.table, { value: table.table.tableName });
    new CfnOutput(this, STACK_OUTPUTS.stateMachine, { value: workflow.stateMachine.stateMachineArn });
    new CfnOutput(this, STACK_OUTPUTS.alarmTopic, { value: alarms.topic.topicArn });
  }
}
