import type { PlanWaveInput, PlanWaveOutput } from '../../shared/model/payloads.ts';
import { planWave } from '../../shared/steps/plan-wave.ts';
import { lambdaWiring } from '../lambda-wiring.ts';
import { stepsHandler, type StepHandler } from '../middleware/steps-handler.ts';
import type { Wiring } from '../wiring.ts';

/** The handler on a wiring of the caller's: the local engine and the tests use it. */
export const createHandler = (wiring: () => Promise<Wiring>): StepHandler<PlanWaveInput, PlanWaveOutput> =>
  stepsHandler<PlanWaveInput, PlanWaveOutput>(wiring, planWave);

export const handler = createHandler(lambdaWiring);
