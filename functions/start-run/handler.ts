import type { StartRunInput, StartRunOutput } from '../../shared/model/payloads.ts';
import { startRun } from '../../shared/steps/start-run.ts';
import { lambdaWiring } from '../lambda-wiring.ts';
import { stepsHandler, type StepHandler } from '../middleware/steps-handler.ts';
import type { Wiring } from '../wiring.ts';

/** The handler on a wiring of the caller's: the local engine and the tests use it. */
export const createHandler = (wiring: () => Promise<Wiring>): StepHandler<StartRunInput, StartRunOutput> =>
  stepsHandler<StartRunInput, StartRunOutput>(wiring, startRun);

export const handler = createHandler(lambdaWiring);
