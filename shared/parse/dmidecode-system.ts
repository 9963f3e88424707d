import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { readFields } from './labels.ts';
import { outputLines, splitBlocks } from './lines.ts';

const LABELS = { manufacturer: 'vendor', 'product name': 'model', 'serial number': 'serial' } as const;

/** `dmidecode -t system`: the System Information block (DMI type 1). Needs root, so no probe asks for it. */
export function parseDmidecodeSystem(text: string): Facts {
  const blocks = splitBlocks(outputLines(text), (line) => /^\S/.test(line));
  const system = blocks.find((block) => block[0]?.trim() === 'System Information') ?? [];
  const fields = readFields(system, LABELS);
  return facts({ vendor: fields.vendor, model: fields.model, serials: [fields.serial] });
}
