import type { ReclaimSessionInput } from '../../shared/model/payloads.ts';
import type { ProbePorts } from '../../shared/steps/probe-ports.ts';
import { reclaimSession } from '../../shared/steps/reclaim-session.ts';
import { diallingWiring } from '../lambda-wiring/dialling-wiring.ts';
import { stepsHandler, type StepHandler } from '../middleware/steps-handler.ts';

/** The handler on a wiring of the caller's: the local engine and the tests use it. */
export const createHandler = (
  wiring: () => Promise<ProbePorts>,
): StepHandler<ReclaimSessionInput, Record<string, never>> =>
  stepsHandler<ProbePorts, ReclaimSessionInput, Record<string, never>>(wiring, reclaimSession);

export const handler = createHandler(diallingWiring);
