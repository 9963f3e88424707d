import type { Store } from '../../ports/store.ts';
import { deviceStore } from './device-store.ts';
import { hostKeyStore } from './host-key-store.ts';
import { ledger } from './ledger.ts';
import { lineStore } from './line-store.ts';
import { loginStore } from './login-store.ts';
import { mapStore } from './map-store.ts';
import { rawStore } from './raw-store.ts';
import { runStore } from './run-store.ts';
import type { TableAccess } from './table-access.ts';
import { targetStore } from './target-store.ts';

/** The store on one DynamoDB table, on AWS or embedded: docs/data-model.md shows every item. */
export function dynamodbStore(options: TableAccess): Store {
  return {
    ...runStore(options),
    ...targetStore(options),
    ...ledger(options),
    ...deviceStore(options),
    ...hostKeyStore(options),
    ...lineStore(options),
    ...mapStore(options),
    ...loginStore(options),
    ...rawStore(options),
  };
}
