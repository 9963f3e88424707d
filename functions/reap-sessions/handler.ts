import type { ReapSessionsInput, ReapSessionsOutput } from '../../shared/model/payloads.ts';
import { reapSessions } from '../../shared/steps/reap-sessions.ts';
import { lambdaWiring } from '../lambda-wiring.ts';
import { stepsHandler, type StepHandler } from '../middleware/steps-handler.ts';
import type { Wiring } from '../wiring.ts';

/** The handler on a wiring of the caller's: the local engine and the tests use it. */
export const createHandler = (
  wiring: () => Promise<Wiring>,
): StepHandler<ReapSessionsInput, ReapSessionsOutput> =>
  stepsHandler<ReapSessionsInput, ReapSessionsOutput>(wiring, reapSessions);

export const handler = createHandler(lambdaWiring);
