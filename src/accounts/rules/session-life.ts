const HOUR = 3_600_000;
/** How long a session lasts in all, and how long it may go unused, in milliseconds. */
export const SESSION_LIFE = { whole: 7 * 24 * HOUR, idle: 12 * HOUR } as const;

/** Until when a refresh token is good that is given out at an instant (all in milliseconds since 1970). */
export const refreshableUntil = (at: number, sessionEnds: number): number =>
  Math.min(at + SESSION_LIFE.idle, sessionEnds);

/** What is known of a refresh token when it is presented; instants in milliseconds since 1970. */
export interface Presented {
  rotated: boolean;
  sessionEnded: boolean;
  expiresAt: number;
  sessionExpiresAt: number;
}

/**
 * What to do with a refresh token. One that was used before is theft, by whoever holds the copy: while the session
 * still goes on it has to end for both, since nobody can tell them apart (RFC 9700 §4.14.2).
 */
export function judgeRefresh(
  { rotated, sessionEnded, expiresAt, sessionExpiresAt }: Presented,
  at: number,
): 'rotate' | 'end' | 'refuse' {
  if (sessionEnded || sessionExpiresAt <= at) return 'refuse';
  if (rotated) return 'end';
  return expiresAt > at ? 'rotate' : 'refuse';
}
