import { Annotations, Stack, Validations } from 'aws-cdk-lib';
import {
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  type ISubnet,
  type IVpc,
  Peer,
  Port,
  SecurityGroup,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Effect, Policy, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction, FunctionOptions } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { isolatedVpc } from './isolated-vpc.ts';
import { type DeploySettings, isIpv6 } from '../deploy-settings.ts';

/** What Lambda does with a function's network interfaces; the managed policy for VPCs holds the same and log rights. */
const INTERFACE_ACTIONS = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

/** Where the probe stands: private subnets with a way to the devices, and out of them only to SSH in scope. No NAT. */
export class ProbeNetwork extends Construct {
  readonly vpc: IVpc;
  readonly securityGroup: SecurityGroup;
  private readonly subnets: ISubnet[];
  /** Lambda gives a function no IPv6 address unless it is told to, and then wants it of each subnet. */
  private readonly speaksIpv6: boolean;

  constructor(scope: Construct, id: string, { deploy, run }: DeploySettings) {
    super(scope, id);
    const existing = deploy.vpc;
    this.vpc = existing ? importVpc(this, existing) : isolatedVpc(this, deploy.logRetentionDays);
    this.subnets = existing ? this.vpc.privateSubnets : this.vpc.isolatedSubnets;
    this.securityGroup = new SecurityGroup(this, 'ProbeGroup', {
      vpc: this.vpc,
      description: 'netwalker probe: SSH to the scope, HTTPS to the endpoints',
      allowAllOutbound: false,
      allowAllIpv6Outbound: false,
    });
    this.speaksIpv6 = run.scope.some(isIpv6);
    this.allowSsh(run.scope, run.port);
    this.addDynamodb(existing?.dynamodbEndpoint ?? true, deploy.dynamodbPrefixList);
    this.addSecrets(existing?.secretsEndpoint ?? true);
  }

  placement(): Pick<FunctionOptions, 'vpc' | 'vpcSubnets' | 'securityGroups' | 'ipv6AllowedForDualStack'> {
    return {
      vpc: this.vpc,
      vpcSubnets: { subnets: this.subnets },
      securityGroups: [this.securityGroup],
      ...(this.speaksIpv6 ? { ipv6AllowedForDualStack: true } : {}),
    };
  }

  /** Lambda manages the interfaces with the function's own role. */
  allowInterfaces(role: Role): void {
    role.addToPolicy(new PolicyStatement({ actions: INTERFACE_ACTIONS, resources: ['*'] }));
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'EC2 has no resource-level permission for describing interfaces, and the interfaces do not exist yet when Lambda creates them. A second policy denies these actions to the code of the function.',
    });
  }

  /** Lambda may; the code may not (Lambda developer guide, "Best practices for using Lambda with Amazon VPCs"). */
  denyInterfacesToCode(role: Role, fn: LambdaFunction): void {
    // Not below the role: a function waits for what stands there, and this one names the function.
    const policy = new Policy(this, `NoInterfacesFor${fn.node.scope?.node.id ?? ''}`, {
      statements: [
        new PolicyStatement({
          effect: Effect.DENY,
          actions: INTERFACE_ACTIONS,
          resources: ['*'],
          conditions: { ArnEquals: { 'lambda:SourceFunctionArn': [fn.functionArn] } },
        }),
      ],
    });
    policy.attachToRole(role);
    Validations.of(policy).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'A Deny statement: the wildcard takes away, it grants nothing.',
    });
  }

  private allowSsh(scope: readonly string[], port: number): void {
    for (const cidr of scope) {
      const peer = isIpv6(cidr) ? Peer.ipv6(withPrefix(cidr, 128)) : Peer.ipv4(withPrefix(cidr, 32));
      this.securityGroup.addEgressRule(peer, Port.tcp(port), 'SSH to devices in scope');
    }
  }

  private addDynamodb(create: boolean, prefixList: string | undefined): void {
    if (create) {
      this.vpc.addGatewayEndpoint('DynamoDb', {
        service: GatewayVpcEndpointAwsService.DYNAMODB,
        subnets: [{ subnets: this.subnets }],
      });
    }
    if (prefixList === undefined) {
      Annotations.of(this).addInfo(
        'deploy.dynamodbPrefixList is not set: the probe may reach any IPv4 address over HTTPS that its subnets have a route to',
      );
    }
    const peer = prefixList === undefined ? Peer.anyIpv4() : Peer.prefixList(prefixList);
    this.securityGroup.addEgressRule(peer, Port.tcp(443), 'DynamoDB through the gateway endpoint');
  }

  private addSecrets(create: boolean): void {
    if (!create) {
      const peer = Peer.ipv4(this.vpc.vpcCidrBlock);
      this.securityGroup.addEgressRule(peer, Port.tcp(443), 'Secrets Manager endpoint of the VPC');
      return;
    }
    const group = new SecurityGroup(this, 'SecretsGroup', {
      vpc: this.vpc,
      description: 'netwalker: Secrets Manager endpoint, reached by the probe only',
      allowAllOutbound: false,
    });
    const endpoint = this.vpc.addInterfaceEndpoint('Secrets', {
      service: InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
      subnets: { subnets: this.subnets },
      securityGroups: [group],
      open: false,
    });
    endpoint.connections.allowFrom(this.securityGroup, Port.tcp(443), 'Secrets Manager');
  }
}

function importVpc(scope: Construct, vpc: NonNullable<DeploySettings['deploy']['vpc']>): IVpc {
  return Vpc.fromVpcAttributes(scope, 'Vpc', {
    vpcId: vpc.id,
    vpcCidrBlock: vpc.cidr,
    availabilityZones: vpc.availabilityZones,
    privateSubnetIds: vpc.subnetIds,
    privateSubnetRouteTableIds: vpc.routeTableIds,
    region: Stack.of(scope).region,
  });
}

const withPrefix = (cidr: string, bits: number): string => (cidr.includes('/') ? cidr : `${cidr}/${bits}`);
