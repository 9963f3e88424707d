import type { ReapSessionsInput, ReapSessionsOutput } from '../../shared/model/payloads.ts';
import type { ReapPorts } from '../../shared/steps/sweep.ts';
import { reapSessions } from '../../shared/steps/reap-sessions.ts';
import { tellingWiring } from '../lambda-wiring/telling-wiring.ts';
import { stepsHandler, type StepHandler } from '../middleware/steps-handler.ts';

/** The handler on a wiring of the caller's: the local engine and the tests use it. */
export const createHandler = (
  wiring: () => Promise<ReapPorts>,
): StepHandler<ReapSessionsInput, ReapSessionsOutput> =>
  stepsHandler<ReapPorts, ReapSessionsInput, ReapSessionsOutput>(wiring, reapSessions);

export const handler = createHandler(tellingWiring);
