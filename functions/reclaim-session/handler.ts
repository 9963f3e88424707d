import type { ReclaimSessionInput } from '../../shared/model/payloads.ts';
import { reclaimSession } from '../../shared/steps/reclaim-session.ts';
import { lambdaWiring } from '../lambda-wiring.ts';
import { stepsHandler, type StepHandler } from '../middleware/steps-handler.ts';
import type { Wiring } from '../wiring.ts';

/** The handler on a wiring of the caller's: the local engine and the tests use it. */
export const createHandler = (
  wiring: () => Promise<Wiring>,
): StepHandler<ReclaimSessionInput, Record<string, never>> =>
  stepsHandler<ReclaimSessionInput, Record<string, never>>(wiring, reclaimSession);

export const handler = createHandler(lambdaWiring);
