import { configSchema } from '../config/config-schema.ts';
import type { CliCommand } from './cli-command.ts';

export const schema: CliCommand = {
  alwaysJson: true,
  define: (command) => {
    command.option('--export', 'that of netwalker export --format json instead');
  },
  run: async ({ options }) => {
    if (options['export'] !== true) return { data: configSchema(), text: () => '' };
    const { z } = await import('zod');
    const { exportSchema } = await import('../export/export-schema.ts');
    return { data: z.toJSONSchema(exportSchema), text: () => '' };
  },
};
