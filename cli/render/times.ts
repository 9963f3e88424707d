/** Epoch milliseconds as ISO 8601 in UTC; null where there is no time. */
export const isoTime = (time: number | undefined): string | null =>
  time === undefined ? null : new Date(time).toISOString();

/** A time in a table, to the minute: `2026-11-24T01:49Z`. */
export const minuteOf = (iso: string | null): string | null => (iso === null ? null : `${iso.slice(0, 16)}Z`);

/** A time in a table, to the second. */
export const secondOf = (iso: string | null): string | null => (iso === null ? null : `${iso.slice(0, 19)}Z`);

/** A duration that a person reads at a glance. */
export function shortDuration(ms: number | null | undefined): string | null {
  if (ms === undefined || ms === null) return null;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}
