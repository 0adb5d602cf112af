import type { EntryKind } from './entry-kinds';

/** How many entries one page looks at, at most: what it costs does not grow with the log, whatever the filters. */
export const LOOK = 500;

/** Which entries of a log; times are half open. */
export interface Wanted {
  log: string;
  kind: EntryKind | null;
  organization: string | null;
  items: string[] | null;
  person: string | null;
  from: string | null;
}

/** Where a page begins: before an entry, by its instant and position. */
export type Place = readonly [at: string, position: string];

/** An entry of a page, or null in its place where there is none to show; and how far was looked. */
export interface PageRow {
  id: string | null;
  at: Date;
  kind: EntryKind;
  shared: Record<string, unknown> | null;
  content: Record<string, unknown> | null;
  own: Record<string, unknown> | null;
  position: string;
  last_at: Date | null;
  last_position: string | null;
  looked: number;
}

const payload = (audience: string) =>
  `(SELECT convert_from(p.payload, 'UTF8')::jsonb FROM record_payload p WHERE p.entry_id = e.id AND p.audience = ${audience})`;

/** The disclosures that a transfer names are of these items. */
const CARRIED = `EXISTS (
  SELECT FROM transfer t JOIN transfer_disclosure td ON td.transfer_id = t.id JOIN disclosure d ON d.id = td.disclosure_id
  JOIN record_payload p ON p.entry_id = d.entry_id AND p.audience = 'shared'
  WHERE t.entry_id = readable.id AND convert_from(p.payload, 'UTF8')::jsonb ->> 'item' = ANY ($4))`;

/** Whether an entry names a person: by account, or by the name that she goes by in the log of a relationship. */
const NAMES_PERSON = `(jsonb_path_exists(shared, '$.** ? (@ == $p)', jsonb_build_object('p', $5::text))
  OR jsonb_path_exists(own, '$.** ? (@ == $p)', jsonb_build_object('p', $5::text))
  OR own ->> 'person' = (SELECT a.name FROM account a WHERE a.id = $5::uuid))`;

/**
 * Entries of one log, the newest first, before a place. Two texts, so that each follows its own index.
 * @param ofKind whether entries of one kind are wanted
 */
export const entriesBefore = (ofKind: boolean): string => `
  WITH looked AS (
    SELECT e.id, e.at, e.kind, e.position FROM record_entry e
    WHERE e.log_id = $1 AND (e.at, e.position) < ($7::timestamptz, $8::bigint) AND e.at >= COALESCE($6::timestamptz, '-infinity')
      ${ofKind ? 'AND e.kind = $2' : 'AND $2::text IS NULL'}
    ORDER BY e.at DESC, e.position DESC LIMIT ${LOOK}),
  readable AS (
    SELECT e.id, e.at, e.kind, e.position, ${payload("'shared'")} AS shared, ${payload("'content'")} AS content,
      ${payload('app.viewer_org()::text')} AS own
    FROM looked e),
  reach AS (
    SELECT count(*)::int AS looked, min(at) AS last_at, (array_agg(position ORDER BY at, position))[1] AS last_position FROM looked)
  SELECT id, at, kind, shared, content, own, position, last_at, last_position, looked
  FROM reach LEFT JOIN readable ON
    ($3::text IS NULL OR $3 IN (shared ->> 'team', shared ->> 'owner', shared ->> 'party', shared ->> 'from', shared ->> 'to'))
    AND ($4::text[] IS NULL OR shared ->> 'item' = ANY ($4) OR own ->> 'item' = ANY ($4)
      OR EXISTS (SELECT FROM jsonb_path_query(shared, '$.items[*].item') AS named WHERE named #>> '{}' = ANY ($4))
      OR (kind = 'transfer' AND ${CARRIED}))
    AND ($5::uuid IS NULL OR ${NAMES_PERSON})
  ORDER BY at DESC, position DESC LIMIT $9`;
