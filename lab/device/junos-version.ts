import type { LabDevice } from '../network/blueprint.ts';
import type { CliContext } from './cli-context.ts';
import { byMember, byMemberText, data, junosJson } from './junos-json.ts';

const packages = ({ entry }: LabDevice): readonly (readonly [string, string])[] =>
  entry.legacy
    ? [
        ['junos', `JUNOS EX  Software Suite [${entry.osVersion}]`],
        ['fips-mode', `JUNOS FIPS mode utilities [${entry.osVersion}]`],
        ['jweb-ex', `JUNOS Web Management Platform Package [${entry.osVersion}]`],
      ]
    : [
        ['os-kernel', 'JUNOS OS Kernel 64-bit  [20230127.1c8e2d_builder_stable_11-214ab]'],
        ['os-libs', 'JUNOS OS libs [20230127.1c8e2d_builder_stable_11-214ab]'],
        ['junos-runtime', 'JUNOS runtime [20230316.110412_builder_junos_214_r3_s3]'],
        ['jsd', 'JUNOS jsd [x86-32-21.4R3-S3.4-jet-1]'],
      ];

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
