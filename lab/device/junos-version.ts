import type { LabDevice } from '../network/blueprint.ts';
import type { CliContext } from './cli-context.ts';
import { byMember, byMemberText, data, junosJson } from './junos-json.ts';

const SUITES = [
  'Base OS boot',
  'Base OS Software Suite',
  'Crypto Software Suite',
  'Enterprise Software Suite',
  'Host Software',
  'Kernel Software Suite',
  'Online Documentation',
  'Openconfig',
  'Packet Forwarding Engine Support',
  'Phone-Home Software Suite',
  'Platform Software Suite',
  'Routing Software Suite',
  'SDN Software Suite',
  'Web Management Platform Package',
  'jsd',
  'py-base',
  'py-extensions',
  'FIPS mode utilities',
  'Services AppId',
  'Services IDP',
  'Services IPSec',
  'Services NAT',
  'Services SSL',
  'Runtime Software Suite',
] as const;

/** Long enough that a screen of 24 lines does not hold it. */
const packages = ({ entry }: LabDevice): readonly (readonly [string, string])[] =>
  SUITES.map((suite) => [suite.toLowerCase().replaceAll(' ', '-'), `JUNOS ${suite} [${entry.osVersion}]`]);

export function junosVersion({ device }: CliContext): string {
  const { model, osVersion } = device.entry;
  const lines = [
    `Hostname: ${device.name}`,
    `Model: ${model ?? ''}`,
    `Junos: ${osVersion}`,
    ...packages(device).map(([, comment]) => comment),
    '',
  ];
  return byMemberText(device, lines.join('\n'));
}

export function junosVersionJson({ device }: CliContext): string {
  const { model, osVersion } = device.entry;
  const software = {
    'host-name': data(device.name),
    'product-model': data(model ?? ''),
    'product-name': data(model ?? ''),
    'junos-version': data(osVersion),
    'package-information': packages(device).map(([name, comment]) => ({
      name: data(name),
      comment: data(comment),
    })),
  };
  return junosJson(byMember(device, { 'software-information': [software] }));
}
