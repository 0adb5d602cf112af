/**
 * How the clock of a request stands: it runs, or is overdue; it was answered in time, or late; it ended unanswered after
 * it was due, or was stopped before, by whom it came from or with the request.
 */
export const RESPONSE_STATES = ['running', 'overdue', 'met', 'late', 'missed', 'stopped'] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

/** What is known of one request, in milliseconds since 1970, UTC. */
export interface ResponseFacts {
  readonly due: number;
  /** When it was answered or refused; a refusal is an answer. */
  readonly responded: number | null;
  /** When it was closed unanswered, or is or was to lapse. */
  readonly over: number;
}

/**
 * The state at an instant; at the very instant at which it is due it is late, as everything that is owed
 * (design, section 8: intervals are half open).
 */
export function responseStateAt({ due, responded, over }: ResponseFacts, at: number): ResponseState {
  if (responded !== null && responded <= at) return responded < due ? 'met' : 'late';
  if (over <= at) return over <= due ? 'stopped' : 'missed';
  return at < due ? 'running' : 'overdue';
}
