import { startTable } from '../helpers/table.ts';
import { storeContract } from './store.case.ts';

storeContract('the store on dynalite in memory', () => startTable());
