/** For how long a proof of who somebody is covers what she does, in milliseconds: long enough for a batch. */
export const PROOF_LIFE = 5 * 60_000;

/** Whether a proof covers an instant (both in milliseconds since 1970). One that lies ahead covers nothing. */
export const provesAt = (provedAt: number, at: number): boolean =>
  provedAt <= at && at - provedAt < PROOF_LIFE;
