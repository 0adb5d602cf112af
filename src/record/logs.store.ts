import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { Log } from './logs.dto';

/** An entry as one party may read it: its own side besides what all parties share. */
export interface ReadableEntry {
  index: string;
  entry: string;
  at: Date;
  kind: string;
  shared: Record<string, unknown> | null;
  content: Record<string, unknown> | null;
  own: Record<string, unknown> | null;
  commitments: Record<string, string>;
}

/** Which entries of a log; times are half open. */
export interface EntryFilter {
  log: string;
  organization?: string;
  items?: string[];
  from?: string;
  to?: string;
}

const payload = (audience: string) =>
  `(SELECT convert_from(p.payload, 'UTF8')::jsonb FROM record_payload p WHERE p.entry_id = e.id AND p.audience = ${audience})`;

/** Entries of one log in their order, as the viewer may read them; $1 log, $2 to $5 filters, null for none. */
export const ENTRIES = `
  WITH readable AS (
    SELECT row_number() OVER (ORDER BY e.position) - 1 AS index, e.id AS entry, e.at, e.kind, ${payload("'shared'")} AS shared,
      ${payload("'content'")} AS content, ${payload('app.viewer_org()::text')} AS own,
      convert_from(e.canonical, 'UTF8')::jsonb -> 'commitments' AS commitments, e.position
    FROM record_entry e WHERE e.log_id = $1),
  disclosed AS (
    SELECT array_agg(shared ->> 'disclosure') AS ids FROM readable
    WHERE kind = 'disclosure' AND $3::text[] IS NOT NULL AND shared ->> 'item' = ANY ($3))
  SELECT index, entry, at, kind, shared, content, own, commitments FROM readable, disclosed
  WHERE ($2::text IS NULL OR $2 IN (shared ->> 'team', shared ->> 'owner', shared ->> 'party', shared ->> 'from', shared ->> 'to'))
    AND ($3::text[] IS NULL OR shared ->> 'item' = ANY ($3) OR shared -> 'disclosures' ?| disclosed.ids)
    AND ($4::timestamptz IS NULL OR at >= $4) AND ($5::timestamptz IS NULL OR at < $5)
  ORDER BY position`;

export const parametersOf = ({ log, organization, items, from, to }: EntryFilter): unknown[] => [
  log,
  organization ?? null,
  items ?? null,
  from ?? null,
  to ?? null,
];

/** The logs a viewer may read; row-level security leaves no others. */
@Injectable()
export class LogsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  async logs(only?: string): Promise<Log[]> {
    return this.transaction.query<Log>(
      `SELECT l.id, l.kind, ARRAY(SELECT o.handle FROM organization o WHERE o.id IN (l.party_a, l.party_b) ORDER BY o.handle) AS parties,
         a.reference AS agreement, (SELECT count(*)::int FROM record_entry e WHERE e.log_id = l.id) AS entries
       FROM record_log l LEFT JOIN agreement a ON a.id = l.agreement_id
       WHERE $1::uuid IS NULL OR l.id = $1 ORDER BY l.kind DESC, a.reference, l.id`,
      [only ?? null],
    );
  }

  /** The identifiers under which an item is in the logs: its own for each team, from one of them or the owner's. */
  async identifiersOf(item: string): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(
      `SELECT external_id AS id FROM variant WHERE item_id = $1 AND owner_id = app.viewer_org() UNION SELECT $1`,
      [item],
    );
    return rows.map(({ id }) => id);
  }
}
