import { asList, asObjects, asText, isObject } from './json-values.ts';
import type { JsonObject } from './json-values.ts';

/**
 * The texts of an element of lldpcli's output: `"x"` and `["x", "y"]` in `-f json`, `[{"value": "x"}]` in `-f json0`.
 */
export function lldpcliTexts(element: unknown): string[] {
  return asList(element)
    .map((item) => asText(isObject(item) ? item['value'] : item))
    .filter((text) => text !== undefined);
}

export const lldpcliText = (element: unknown): string | undefined => lldpcliTexts(element)[0];

/**
 * Elements with their names: `-f json0` lists objects with a `name`, `-f json` keys them by name, in one object or in a
 * list of objects. An element without a name (a chassis that sent none) stands for itself.
 */
export function lldpcliNamed(element: unknown, isElement: (object: JsonObject) => boolean): NamedElement[] {
  const named: NamedElement[] = [];
  for (const object of asObjects(element)) {
    if (isElement(object)) named.push({ name: lldpcliText(object['name']), body: object });
    else {
      for (const [name, bodies] of Object.entries(object)) {
        for (const body of asObjects(bodies)) named.push({ name, body });
      }
    }
  }
  return named;
}

export interface NamedElement {
  readonly name: string | undefined;
  readonly body: JsonObject;
}
