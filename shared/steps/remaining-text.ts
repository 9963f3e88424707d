import type { SessionEnd } from '../model/session-record.ts';

/** Names that a text holds before it only counts. */
const NAMED = 20;

/** A session as an operator looks for it: device, where, id, state. */
export const nameOf = ({ deviceName, address, port, sessionId, state }: SessionEnd): string =>
  `${deviceName === undefined ? '' : `${deviceName} `}${address}:${port} (session ${sessionId}, ${state})`;

/** What a run leaves behind, by name: sessions that are still open, and those that leaked. Nothing where all were closed. */
export function remainingText(open: readonly SessionEnd[], leaked: readonly SessionEnd[]): readonly string[] {
  return [
    ...(open.length === 0
      ? []
      : [
          `${open.length} still open when the run ended, the reaper flags those that outlive their invocation: ${named(open)}`,
        ]),
    ...(leaked.length === 0
      ? []
      : [`${leaked.length} leaked, their lines may still be held: ${named(leaked)}`]),
  ];
}

function named(sessions: readonly SessionEnd[]): string {
  const names = sessions.slice(0, NAMED).map(nameOf).join(', ');
  const more = sessions.length - NAMED;
  return more > 0 ? `${names} and ${more} more` : names;
}
