import type { LabDevice } from '../network/blueprint.ts';
import type { Heard } from '../network/heard.ts';
import type { CliContext } from './cli-context.ts';
import { chassisMac, lldpPort } from './announcement.ts';
import { data, junosJson } from './junos-json.ts';

/** LLDP as Junos lists it: neither management addresses nor what the neighbor is. */

/** Switches before ELS print the unit that speaks LLDP. */
export const localPort = ({ here }: Heard): string =>
  `${here.port.name}${here.device.entry.legacy ? '.0' : ''}`;

/** The port id where the device is new and the id is a name, else the port description. */
function portInfo(device: LabDevice, { there }: Heard): { readonly isId: boolean; readonly text: string } {
  const { type, id, description } = lldpPort(there);
  const isId = type === 'name' && !device.entry.legacy;
  return { isId, text: isId ? id : description };
}

export function junosLldpTable({ device, heard }: CliContext): string {
  const rows = heard
    .filter(({ lldp }) => lldp)
    .map((entry) => {
      const { text } = portInfo(device, entry);
      const { announcedName } = entry.there.device;
      return `${localPort(entry).padEnd(19)}-                   ${chassisMac(entry.there.device).padEnd(20)}${text.padEnd(18)} ${announcedName}`;
    });
  const head = 'Local Interface    Parent Interface    Chassis Id          Port info          System Name';
  return [head, ...rows, ''].join('\n');
}

export function junosLldpJson({ device, heard }: CliContext): string {
  const entries = heard
    .filter(({ lldp }) => lldp)
    .map((entry) => {
      const { isId, text } = portInfo(device, entry);
      const local = device.entry.legacy ? 'lldp-local-interface' : 'lldp-local-port-id';
      return {
        [local]: data(localPort(entry)),
        'lldp-local-parent-interface-name': data('-'),
        'lldp-remote-chassis-id-subtype': data('Mac address'),
        'lldp-remote-chassis-id': data(chassisMac(entry.there.device)),
        ...(isId ? { 'lldp-remote-port-id-subtype': data('Interface name') } : {}),
        [isId ? 'lldp-remote-port-id' : 'lldp-remote-port-description']: data(text),
        'lldp-remote-system-name': data(entry.there.device.announcedName),
      };
    });
  const attributes = { 'junos:style': 'brief' };
  return junosJson({
    'lldp-neighbors-information': [{ attributes, 'lldp-neighbor-information': entries }],
  });
}
