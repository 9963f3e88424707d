import { readJson } from './json-values.ts';

/** Whether the text is JSON that has the key: an error message, or a release that cannot convert the command, is not. */
export function hasJsonKey(key: string): (text: string) => boolean {
  return (text) => {
    const json = readJson(text);
    return json !== undefined && Object.hasOwn(json, key);
  };
}
