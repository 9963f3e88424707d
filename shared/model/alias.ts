/** `serial:foc1`, `chassis:024e57010301`, `name:core-1`, `address:10.0.0.1`. The value is lower case. */
export type AliasKey = `${'serial' | 'chassis' | 'name' | 'address'}:${string}`;
