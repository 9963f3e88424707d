import { z } from 'zod';
import { configFileSchema } from '../../shared/config.ts';

/** The JSON Schema of netwalker.yaml, as published in netwalker.schema.json: editors complete and check with it. */
export function configSchema(): object {
  return z.toJSONSchema(configFileSchema, { target: 'draft-7', io: 'input' });
}
