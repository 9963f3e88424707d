import { describe, expect, it } from 'vitest';
import { deploySettings } from '../../infra/deploy-settings.ts';
import { netwalkerApp } from '../../infra/netwalker-app.ts';
import { placeholderCode, type Resource, resources, statements, synthesise } from './synthesise.ts';
import { everything } from './stack-settings.ts';

const template = synthesise(everything);
const ofType = (from: typeof template, type: string) =>
  Object.entries(resources(from)).filter(([, { Type }]) => Type === type);

describe('the network of the probe', () => {
  it('lets SSH out to the scope, HTTPS to the endpoints, and nothing else', () => {
    const [, group] =
      ofType(template, 'AWS::EC2::SecurityGroup').find(([id]) => id.includes('ProbeGroup')) ?? [];
    const inline = group?.Properties['SecurityGroupEgress'] as Record<string, unknown>[];
    const rules = [
      ...inline,
      ...ofType(template, 'AWS::EC2::SecurityGroupEgress').map(([, r]) => r.Properties),
    ];
    const to = (rule: Record<string, unknown>) =>
      rule['CidrIp'] ?? rule['CidrIpv6'] ?? rule['DestinationPrefixListId'];
    expect(
      rules.map((rule) => [to(rule), rule['IpProtocol'], rule['FromPort'], rule['ToPort']]).sort(),
    ).toEqual(
      [
        ['10.20.0.0/16', 'tcp', 2222, 2222],
        ['2001:db8::/32', 'tcp', 2222, 2222],
        ['192.0.2.7/32', 'tcp', 2222, 2222],
        ['pl-0123456789abcdef0', 'tcp', 443, 443],
        ['10.99.0.0/24', 'tcp', 443, 443],
      ].sort(),
    );
    expect(group?.Properties).not.toHaveProperty('SecurityGroupIngress');
  });

  it('holds those that log in to devices, and no other', () => {
    const placed = ofType(template, 'AWS::Lambda::Function').filter(([, r]) => 'VpcConfig' in r.Properties);
    expect(placed.map(([id]) => id).sort()).toEqual([
      expect.stringContaining('ProbeDevice'),
      expect.stringContaining('ReclaimSession'),
    ]);
    expect(placed[0]?.[1].Properties['VpcConfig']).toMatchObject({
      SubnetIds: everything.deploy.vpc.subnetIds,
    });
  });

  it('gives them an IPv6 address where the scope has one to dial, and only there', () => {
    const onlyIpv4 = synthesise({ deploy: { vpc: everything.deploy.vpc } });
    for (const [from, allowed] of [
      [template, true],
      [onlyIpv4, undefined],
    ] as const) {
      const placed = ofType(from, 'AWS::Lambda::Function')
        .map(([, { Properties }]) => Properties['VpcConfig'] as Record<string, unknown> | undefined)
        .filter((config) => config !== undefined);
      expect(placed.map((config) => config['Ipv6AllowedForDualStack'])).toEqual([allowed, allowed]);
    }
  });

  it('creates the endpoints that an existing VPC lacks, and no others', () => {
    const endpoints = ofType(template, 'AWS::EC2::VPCEndpoint').map(([, r]) => r.Properties);
    expect(endpoints).toHaveLength(1);
    expect(endpoints[0]).toMatchObject({
      VpcEndpointType: 'Gateway',
      RouteTableIds: everything.deploy.vpc.routeTableIds,
    });
  });

  it('denies to the code what Lambda may do with interfaces', () => {
    const deny = statements(template, 'DiscoveryProbeDeviceRole').find(({ Effect }) => Effect === 'Deny');
    expect(deny?.Action).toContain('ec2:CreateNetworkInterface');
    expect(JSON.stringify(deny?.Condition)).toContain('lambda:SourceFunctionArn');
  });

  it('has no NAT and no way to the internet when it is made here', () => {
    const own = synthesise();
    expect(ofType(own, 'AWS::EC2::Subnet')).toHaveLength(2);
    expect(ofType(own, 'AWS::EC2::NatGateway')).toEqual([]);
    expect(ofType(own, 'AWS::EC2::InternetGateway')).toEqual([]);
    expect(ofType(own, 'AWS::EC2::VPCEndpoint')).toHaveLength(2);
    expect(ofType(own, 'AWS::EC2::FlowLog')).toHaveLength(1);
  });

  it('stands in two zones that CloudFormation picks: synthesis asks no account, named or not', () => {
    const { account, region } = everything.deploy;
    for (const deploy of [{}, { account, region }]) {
      const app = netwalkerApp({ settings: deploySettings({ deploy }), code: placeholderCode() });
      const assembly = app.synth({ skipValidation: true });
      expect(assembly.manifest.missing ?? []).toEqual([]);
      const [stack] = assembly.stacks;
      const all = Object.values((stack?.template as { Resources: Record<string, Resource> }).Resources);
      const zones = all
        .filter(({ Type }) => Type === 'AWS::EC2::Subnet')
        .map(({ Properties }) => Properties['AvailabilityZone']);
      const zone = (index: number) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] });
      expect(zones).toEqual([zone(0), zone(1)]);
    }
  });
});
