import type { StartRunInput, StartRunOutput } from '../../shared/model/payloads.ts';
import { startRun, type StartRunPorts } from '../../shared/steps/start-run.ts';
import { startingWiring } from '../lambda-wiring/starting-wiring.ts';
import { stepsHandler, type StepHandler } from '../middleware/steps-handler.ts';

/** The handler on a wiring of the caller's: the local engine and the tests use it. */
export const createHandler = (
  wiring: () => Promise<StartRunPorts>,
): StepHandler<StartRunInput, StartRunOutput> =>
  stepsHandler<StartRunPorts, StartRunInput, StartRunOutput>(wiring, startRun);

export const handler = createHandler(startingWiring);
