// What another CDK app takes from this package: `import { NetworkDiscovery } from 'netwalker/infra'`.
export { NetworkDiscovery, type NetworkDiscoveryProps } from './constructs/network-discovery.ts';
export { deploySettings, readDeploySettings, type DeploySettings } from './deploy-settings.ts';
export { bundleFunctions } from './bundle.ts';
