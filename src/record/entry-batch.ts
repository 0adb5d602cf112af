import type { ReadableEntry } from './logs.store';

/** How many entries of a log are looked at by one statement. */
export const BATCH = 1000;

/** Which entries of a log; times are half open. */
export interface EntryFilter {
  log: string;
  organization?: string | undefined;
  items?: string[] | undefined;
  /** The disclosures of these items, by which transfers name them. */
  disclosures?: string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** The position of the last entry that is looked at. */
  bound?: string;
}

/** Where a batch begins: after a position, with the index that the next entry of the log has. */
export interface Place {
  after: string;
  index: string;
}

/** A row of a batch: how far it was looked, and an entry, or null in its place when there is none to show. */
export type BatchRow = Omit<ReadableEntry, 'entry'> & {
  entry: string | null;
  last: string | null;
  scanned: number;
};

const payload = (audience: string) =>
  `(SELECT convert_from(p.payload, 'UTF8')::jsonb FROM record_payload p WHERE p.entry_id = e.id AND p.audience = ${audience})`;

/** Entries of one log in their order, as the viewer may read them; filters are null for none. */
export const ENTRIES = `
  WITH looked AS (
    SELECT e.id, e.at, e.kind, e.canonical, e.position FROM record_entry e
    WHERE e.log_id = $1 AND e.position > $6 AND e.position <= $7 ORDER BY e.position LIMIT ${BATCH}),
  readable AS (
    SELECT $8::bigint + row_number() OVER (ORDER BY e.position) - 1 AS index, e.id AS entry, e.at, e.kind, ${payload("'shared'")} AS shared,
      ${payload("'content'")} AS content, ${payload('app.viewer_org()::text')} AS own,
      convert_from(e.canonical, 'UTF8')::jsonb -> 'commitments' AS commitments, e.position
    FROM looked e),
  reach AS (SELECT max(position) AS last, count(*)::int AS scanned FROM looked)
  SELECT index, entry, at, kind, shared, content, own, commitments, last, scanned
  FROM reach LEFT JOIN readable ON
    ($2::text IS NULL OR $2 IN (shared ->> 'team', shared ->> 'owner', shared ->> 'party', shared ->> 'from', shared ->> 'to'))
    AND ($3::text[] IS NULL OR shared ->> 'item' = ANY ($3) OR own ->> 'item' = ANY ($3) OR shared -> 'disclosures' ?| $9::text[]
      OR EXISTS (SELECT FROM jsonb_path_query(shared, '$.items[*].item') AS named WHERE named #>> '{}' = ANY ($3)))
    AND ($4::timestamptz IS NULL OR at >= $4) AND ($5::timestamptz IS NULL OR at < $5)
  ORDER BY position`;

export const parametersOf = (
  { log, organization, items, disclosures, from, to, bound }: EntryFilter,
  { after, index }: Place,
): unknown[] => [
  log,
  organization ?? null,
  items ?? null,
  from ?? null,
  to ?? null,
  after,
  bound,
  index,
  disclosures ?? null,
];
