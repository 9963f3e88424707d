import { requiredVariable } from './required-variable.ts';

/**
 * Stands for `@aws-sdk/credential-provider-node` in the bundles. Lambda gives a function its credentials in these variables and in no
 * other way; profiles, SSO, instance metadata and web identities are 150 KB that every cold start would read.
 */
export const defaultProvider = () => async (): Promise<EnvironmentCredentials> => {
  const sessionToken = process.env['AWS_SESSION_TOKEN'];
  return {
    accessKeyId: requiredVariable('AWS_ACCESS_KEY_ID'),
    secretAccessKey: requiredVariable('AWS_SECRET_ACCESS_KEY'),
    ...(sessionToken === undefined ? {} : { sessionToken }),
  };
};

interface EnvironmentCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}
