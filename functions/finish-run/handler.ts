import type { FinishRunInput, FinishRunOutput } from '../../shared/model/payloads.ts';
import { finishRun } from '../../shared/steps/finish-run.ts';
import { lambdaWiring } from '../lambda-wiring.ts';
import { stepsHandler, type StepHandler } from '../middleware/steps-handler.ts';
import type { Wiring } from '../wiring.ts';

/** The handler on a wiring of the caller's: the local engine and the tests use it. */
export const createHandler = (wiring: () => Promise<Wiring>): StepHandler<FinishRunInput, FinishRunOutput> =>
  stepsHandler<FinishRunInput, FinishRunOutput>(wiring, finishRun);

export const handler = createHandler(lambdaWiring);
