import type { ProbeDeviceInput, ProbeDeviceOutput } from '../../shared/model/payloads.ts';
import type { ProbePorts } from '../../shared/steps/probe-ports.ts';
import { probeDevice } from '../../shared/steps/probe-device.ts';
import { diallingWiring } from '../lambda-wiring/dialling-wiring.ts';
import { stepsHandler, type StepHandler } from '../middleware/steps-handler.ts';

/** The handler on a wiring of the caller's: the local engine and the tests use it. */
export const createHandler = (
  wiring: () => Promise<ProbePorts>,
): StepHandler<ProbeDeviceInput, ProbeDeviceOutput> =>
  stepsHandler<ProbePorts, ProbeDeviceInput, ProbeDeviceOutput>(wiring, probeDevice);

export const handler = createHandler(diallingWiring);
