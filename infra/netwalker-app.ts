import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { NetworkDiscoveryProps } from './constructs/network-discovery.ts';
import { NetwalkerStack } from './stacks/netwalker-stack.ts';

/** Faults that CDK's own CloudFormation linter finds are errors; by default it only warns. */
const VALIDATE = '@aws-cdk/core:validateAgainstDefaultRules';

/** The app with its one stack. Synthesis fails on a finding of cdk-nag that no construct acknowledges with a reason. */
export function netwalkerApp({ settings, code }: NetworkDiscoveryProps, props: AppProps = {}): App {
  const app = new App({
    analyticsReporting: false,
    ...props,
    context: { [VALIDATE]: true, ...props.context },
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const { stackName, account, region } = settings.deploy;
  const env = { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) };
  new NetwalkerStack(app, stackName, { settings, code, env });
  return app;
}
