import type { WriteExport } from './exported.ts';

/** Every format; its module is loaded only when it is asked for (exceljs alone takes 0.3 s). */
export const FORMATS = {
  json: async () => (await import('./write-json.ts')).writeJson,
  csv: async () => (await import('./write-csv.ts')).writeCsv,
  xlsx: async () => (await import('./write-xlsx.ts')).writeXlsx,
  graphml: async () => (await import('./write-graphml.ts')).writeGraphml,
  dot: async () => (await import('./write-dot.ts')).writeDot,
  drawio: async () => (await import('./write-drawio.ts')).writeDrawio,
  mermaid: async () => (await import('./write-mermaid.ts')).writeMermaid,
  netbox: async () => (await import('./write-netbox.ts')).writeNetbox,
} as const satisfies Readonly<Record<string, () => Promise<WriteExport>>>;

export type Format = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[];
