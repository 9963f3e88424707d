import type { PlanWaveInput, PlanWaveOutput } from '../../shared/model/payloads.ts';
import { planWave, type PlanWavePorts } from '../../shared/steps/plan-wave.ts';
import { baseWiring } from '../lambda-wiring/base-wiring.ts';
import { stepsHandler, type StepHandler } from '../middleware/steps-handler.ts';

/** The handler on a wiring of the caller's: the local engine and the tests use it. */
export const createHandler = (
  wiring: () => Promise<PlanWavePorts>,
): StepHandler<PlanWaveInput, PlanWaveOutput> =>
  stepsHandler<PlanWavePorts, PlanWaveInput, PlanWaveOutput>(wiring, planWave);

export const handler = createHandler(async () => baseWiring());
