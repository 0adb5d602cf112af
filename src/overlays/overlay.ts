import type { OverlayRestriction } from '../disclosure';

/** Somebody of the own organization. */
export interface Person {
  id: string;
  name: string;
}

/** A version of the own national overlay as it was recorded. */
export interface OverlayVersion {
  id: string;
  number: number;
  law: string;
  /** Where its text stands; null where that was not said. */
  source: string | null;
  /** ISO 8601 date since when it has been in force in its country; null where that was not said. */
  effectiveOn: string | null;
  /** The country whose law it is, ISO 3166-1 alpha-2. */
  jurisdiction: string | null;
  restrictions: OverlayRestriction[];
  secondPersonRequired: boolean;
  recordedAt: Date;
  recordedBy: Person;
  confirmedAt: Date | null;
  confirmedBy: Person | null;
  /** When a later one was recorded that counted at once, or was confirmed; null while none was. */
  followedAt: Date | null;
  /** Whether there is a later one, counting or not. */
  isLast: boolean;
}

/** Since when a version counts; null while it waits for its second person. */
export const countsFrom = ({ secondPersonRequired, recordedAt, confirmedAt }: OverlayVersion): Date | null =>
  secondPersonRequired ? confirmedAt : recordedAt;
