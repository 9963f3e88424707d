/** A JSON object, not an array. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list: a list as it is, nothing as an empty one, one value as a list of one. */
export function asList(value: unknown): readonly unknown[] {
  if (value == null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The objects of a value that is an object or a list of them. */
export const asObjects = (value: unknown): JsonObject[] => asList(value).filter(isObject);

/** A text or number as text. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/**
 * The JSON object in an output, from the first `{` to the last `}`, so that an echoed command before it or a prompt
 * after it does no harm. Undefined where there is none.
 */
export function readJson(text: string): JsonObject | undefined {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start < 0 || end < start) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(start, end + 1));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
