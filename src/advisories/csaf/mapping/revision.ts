import type { JsonObject } from './json';

/** One entry of `tracking.revision_history` (CSAF 2.0 §3.2.1.12.6). */
export interface CsafRevision {
  /** Integer versioning, counted from 1. */
  readonly number: string;
  /** RFC 3339 with a zone. */
  readonly date: string;
  readonly summary: string;
}

/** The entries as the document writes them, each property named, so that nothing else slips in. */
export function writeRevisions(revisions: readonly CsafRevision[]): JsonObject[] {
  return revisions.map(({ date, number, summary }) => ({ date, number, summary }));
}
