import type { ProbeDeviceInput, ProbeDeviceOutput } from '../../shared/model/payloads.ts';
import { probeDevice } from '../../shared/steps/probe-device.ts';
import { lambdaWiring } from '../lambda-wiring.ts';
import { stepsHandler, type StepHandler } from '../middleware/steps-handler.ts';
import type { Wiring } from '../wiring.ts';

/** The handler on a wiring of the caller's: the local engine and the tests use it. */
export const createHandler = (
  wiring: () => Promise<Wiring>,
): StepHandler<ProbeDeviceInput, ProbeDeviceOutput> =>
  stepsHandler<ProbeDeviceInput, ProbeDeviceOutput>(wiring, probeDevice);

export const handler = createHandler(lambdaWiring);
