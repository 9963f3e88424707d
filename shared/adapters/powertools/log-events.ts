import { Logger } from '@aws-lambda-powertools/logger';
import type { EventSink } from '../../ports/events.ts';

/** Events as one JSON line each in the function's log. They carry names and addresses, never secrets or device output. */
export function logEvents(): EventSink {
  const logger = new Logger({ serviceName: 'netwalker' });
  return {
    emit: (event) => {
      if (event.type === 'session-leaked') logger.error(event.type, { event });
      else logger.info(event.type, { event });
    },
  };
}
