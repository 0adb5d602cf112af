export type LifetimeFault = 'api-key/already-expired' | 'api-key/too-long-lived';

const DAY = 86_400_000;
/** The longest life of an API key, in days: a year, and time to change over. */
export const LONGEST_LIFE = 400;

/** The longest time, in hours, for which a key is good beside its successor: 30 days. */
export const LONGEST_OVERLAP = 720;

/** Whether a key may be made at one instant that expires at the other. */
export function lifetimeFault(at: Date, expiresAt: Date): LifetimeFault | undefined {
  const life = expiresAt.getTime() - at.getTime();
  if (life <= 0) return 'api-key/already-expired';
  return life > LONGEST_LIFE * DAY ? 'api-key/too-long-lived' : undefined;
}
