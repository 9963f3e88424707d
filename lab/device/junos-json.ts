import type { LabDevice } from '../network/blueprint.ts';
import { jsonText } from './json-text.ts';

type Element = Readonly<Record<string, unknown>>;

/** A value as Junos has it in JSON: a list of one object. */
export const data = (value: string | number, attributes?: Element): readonly Element[] => [
  { data: String(value), ...(attributes ? { attributes } : {}) },
];

/** An answer behind `| display json`: a blank before each colon. */
export const junosJson = (value: Element): string =>
  jsonText(value).replace(/^(\s*"[^"]{1,80}"): /gm, '$1 : ');

/** Switches answer as members of a virtual chassis, even when they are alone in it. */
export function byMember(device: LabDevice, answer: Element): Element {
  if (device.entry.productId.startsWith('MX')) return answer;
  const members = device.serials.map((_, n) => ({ 're-name': data(`fpc${n}`), ...answer }));
  return { 'multi-routing-engine-results': [{ 'multi-routing-engine-item': members }] };
}

/** The same as text. */
export function byMemberText(device: LabDevice, answer: string): string {
  if (device.entry.productId.startsWith('MX')) return answer;
  return device.serials.map((_, n) => `fpc${n}:\n${'-'.repeat(74)}\n${answer}`).join('\n');
}
