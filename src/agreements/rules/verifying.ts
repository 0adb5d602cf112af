/** How somebody made sure that a duty officer is who she says, and reachable. */
export const VERIFICATION_METHODS = ['call_back', 'in_person', 'video', 'signed_message'] as const;
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number];

const DAY = 86_400_000;
/** How long a verification counts at most. */
export const LONGEST_DAYS = 366;

/** A verification about to be recorded; milliseconds since 1970. */
interface Wanted {
  readonly at: number;
  readonly verifiedAt: number;
  readonly validUntil: number;
}
interface Fault {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

/** What is wrong with the instants of a verification. */
export function verificationFaults({ at, verifiedAt, validUntil }: Wanted): Fault[] {
  const faults: Fault[] = [];
  if (verifiedAt > at)
    faults.push({ field: 'verified_at', rule: 'past', message: 'verified_at must not lie in the future' });
  if (validUntil <= at)
    faults.push({ field: 'valid_until', rule: 'future', message: 'valid_until must lie in the future' });
  if (validUntil > verifiedAt + LONGEST_DAYS * DAY) {
    const message = `valid_until must be at most ${LONGEST_DAYS} days after verified_at`;
    faults.push({ field: 'valid_until', rule: 'longest', message });
  }
  return faults;
}
