const HOUR = 3_600_000;

/** What is known of words on an open request, in milliseconds since 1970, UTC. */
export interface Words {
  /** Every how many hours one is owed; null where none is. */
  readonly hours: number | null;
  readonly asked: number;
  /** When the last one came. */
  readonly updated: number | null;
  /** When it was answered or refused. */
  readonly responded: number | null;
  /** When it was closed, or is or was to lapse. */
  readonly over: number;
}

/**
 * When the next word is due: so many hours of elapsed time after the last, or after it was asked. Null where none is owed at the
 * instant, or the request is over before.
 */
export function nextWordDue({ hours, asked, updated, responded, over }: Words, at: number): number | null {
  if (hours === null || (responded !== null && responded <= at) || over <= at) return null;
  const due = Math.max(asked, updated ?? asked) + hours * HOUR;
  return due < over ? due : null;
}
