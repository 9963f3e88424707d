// Writes one target, says so, and waits to be killed.
import { startTable } from '../helpers/table.ts';
import { target } from './store-fixtures.ts';

const { store } = await startTable({ path: process.argv[2] ?? '' });
await store.enqueue(target('killed', '10.0.0.1'));
process.stdout.write('written\n');
