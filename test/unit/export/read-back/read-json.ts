import type { z } from 'zod';
import type { exportSchema } from '../../../../cli/export/export-schema.ts';
import { textOf, type Files, type ReadBack } from './read-back.ts';

export function readJson(files: Files): ReadBack {
  const { devices, links } = JSON.parse(textOf(files)) as z.infer<typeof exportSchema>;
  return {
    devices: devices.map(({ name }) => name),
    links: links.map(({ a, b }) => [a.port ?? '', b.port ?? '']),
  };
}
