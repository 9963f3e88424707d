import { Logger } from '@aws-lambda-powertools/logger';
import type { EventSink } from '../../ports/events.ts';

/** Events as one JSON line each in the function's log. They carry names and addresses, never secrets or device output. */
export function logEvents(): EventSink & { readonly complain: (reason: string) => void } {
  const logger = new Logger({ serviceName: 'netwalker' });
  return {
    complain: (reason) => logger.warn('event-refused', { reason }),
    emit: (event) => {
      if (event.type === 'session-leaked') logger.error(event.type, { event });
      else logger.info(event.type, { event });
    },
  };
}
