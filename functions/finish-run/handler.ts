import type { FinishRunInput, FinishRunOutput } from '../../shared/model/payloads.ts';
import { finishRun, type FinishRunPorts } from '../../shared/steps/finish-run.ts';
import { tellingWiring } from '../lambda-wiring/telling-wiring.ts';
import { stepsHandler, type StepHandler } from '../middleware/steps-handler.ts';

/** The handler on a wiring of the caller's: the local engine and the tests use it. */
export const createHandler = (
  wiring: () => Promise<FinishRunPorts>,
): StepHandler<FinishRunInput, FinishRunOutput> =>
  stepsHandler<FinishRunPorts, FinishRunInput, FinishRunOutput>(wiring, finishRun);

export const handler = createHandler(tellingWiring);
