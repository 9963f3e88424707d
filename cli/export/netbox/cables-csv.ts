import { csvText, spreadsheetText } from '../../render/csv.ts';
import type { CableCandidate, CableEnd } from './candidates.ts';

/** Cables for NetBox's import form, which knows ends by name, and whether a cable can stand there. */
export const cablesCsv = (cables: readonly CableCandidate[]): string =>
  csvText(
    [
      { title: 'side_a_device', value: ({ a }: CableCandidate) => a.device },
      { title: 'side_a_type', value: () => 'dcim.interface' },
      { title: 'side_a_name', value: ({ a }: CableCandidate) => a.port },
      { title: 'side_b_device', value: ({ b }: CableCandidate) => b.device },
      { title: 'side_b_type', value: () => 'dcim.interface' },
      { title: 'side_b_name', value: ({ b }: CableCandidate) => b.port },
      { title: 'status', value: ({ status }: CableCandidate) => status },
    ],
    importable(cables),
  );

/**
 * Those that the form can find: it looks for a device by its name alone, and a text that a spreadsheet would compute stands in the file
 * as another one.
 */
export function importable(cables: readonly CableCandidate[]): readonly CableCandidate[] {
  const ready = cables.filter(({ heldBack }) => heldBack === null);
  const owners = new Map<string, Set<string>>();
  for (const { device, deviceId } of ready.flatMap(({ a, b }) => [a, b])) {
    owners.set(device, (owners.get(device) ?? new Set()).add(deviceId));
  }
  const isFound = ({ device, port }: CableEnd): boolean =>
    owners.get(device)?.size === 1 && [device, port ?? ''].every((text) => spreadsheetText(text) === text);
  return ready.filter(({ a, b }) => isFound(a) && isFound(b));
}
