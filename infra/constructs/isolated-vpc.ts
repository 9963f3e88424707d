import { Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  CfnVPC,
  FlowLog,
  FlowLogDestination,
  FlowLogResourceType,
  FlowLogTrafficType,
  type IVpc,
  PrivateSubnet,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

const CIDR = '100.64.0.0/24';
const SUBNETS = ['100.64.0.0/26', '100.64.0.64/26'];

/**
 * A VPC for those who name none: two isolated subnets and nothing else. It reaches no device until it is attached to a
 * transit gateway or a VPN. Rejected flows are logged: they show what the security group kept back.
 *
 * Not CDK's Vpc, which asks AWS for the zones of an account and a region that are named, even where it is told which to take.
 */
export function isolatedVpc(scope: Construct, logRetention: RetentionDays): IVpc {
  const { ref: vpcId } = new CfnVPC(scope, 'OwnVpc', {
    cidrBlock: CIDR,
    enableDnsHostnames: true,
    enableDnsSupport: true,
  });
  const subnets = SUBNETS.map(
    (cidrBlock, index) =>
      new PrivateSubnet(scope, `ProbeSubnet${index + 1}`, {
        vpcId,
        cidrBlock,
        availabilityZone: Fn.select(index, Fn.getAzs()),
      }),
  );
  const vpc = Vpc.fromVpcAttributes(scope, 'Vpc', {
    vpcId,
    vpcCidrBlock: CIDR,
    availabilityZones: subnets.map(({ availabilityZone }) => availabilityZone),
    isolatedSubnetIds: subnets.map(({ subnetId }) => subnetId),
    isolatedSubnetRouteTableIds: subnets.map(({ routeTable }) => routeTable.routeTableId),
    region: Stack.of(scope).region,
  });
  logRejected(scope, vpc, logRetention);
  return vpc;
}

function logRejected(scope: Construct, vpc: IVpc, retention: RetentionDays): void {
  const logs = new LogGroup(scope, 'FlowLogs', { retention, removalPolicy: RemovalPolicy.DESTROY });
  new FlowLog(scope, 'Rejected', {
    resourceType: FlowLogResourceType.fromVpc(vpc),
    destination: FlowLogDestination.toCloudWatchLogs(logs),
    trafficType: FlowLogTrafficType.REJECT,
  });
}
