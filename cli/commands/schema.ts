import { configSchema } from '../config/config-schema.ts';
import type { CliCommand } from './cli-command.ts';

export const schema: CliCommand = {
  alwaysJson: true,
  define: () => undefined,
  run: async () => ({ data: configSchema(), text: () => '' }),
};
