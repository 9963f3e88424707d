/** A pager before the platform is known. Junos: `---(more 45%)---`; PAN-OS: `lines 1-23`, which is `less`. */
export const ANY_PAGER =
  /--\s?more\s?--|<--- more --->|---- more ----|^\s?more:|---\(more(?: \d{1,3}%)?\)---$|^lines \d{1,6}-\d{1,6}/i;
