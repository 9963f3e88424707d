const MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const AGE = /^(\d{1,6}(?:\.\d{1,3})?)([smhdw])$/;

/** `90s`, `30m`, `12h`, `7d`, `2w` as milliseconds; null for another text. */
export function parseAge(text: string): number | null {
  const [, number, unit] = AGE.exec(text) ?? [];
  return number === undefined ? null : Number(number) * MS[unit as keyof typeof MS];
}
