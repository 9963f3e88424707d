import { RemovalPolicy } from 'aws-cdk-lib';
import {
  FlowLogDestination,
  FlowLogTrafficType,
  IpAddresses,
  type IVpc,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/**
 * A VPC for those who name none: two isolated subnets and nothing else. It reaches no device until it is attached to a
 * transit gateway or a VPN. Rejected flows are logged: they show what the security group kept back.
 */
export function isolatedVpc(scope: Construct, logRetention: RetentionDays): IVpc {
  const vpc = new Vpc(scope, 'Vpc', {
    ipAddresses: IpAddresses.cidr('100.64.0.0/24'),
    maxAzs: 2,
    natGateways: 0,
    subnetConfiguration: [{ name: 'probe', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 26 }],
    restrictDefaultSecurityGroup: false,
  });
  const logs = new LogGroup(scope, 'FlowLogs', {
    retention: logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  vpc.addFlowLog('Rejected', {
    destination: FlowLogDestination.toCloudWatchLogs(logs),
    trafficType: FlowLogTrafficType.REJECT,
  });
  // CDK declares its optional properties without `undefined`: Vpc is an IVpc but for that.
  return vpc as IVpc;
}
