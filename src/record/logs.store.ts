import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { entriesBefore, type PageRow, type Place, type Wanted } from './entry-page';
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

  /** A log that the viewer's organization is a party of. */
  party(id: string): Promise<{ agreement: string | null } | undefined> {
    return this.transaction.one(
      'SELECT a.reference AS agreement FROM record_log l LEFT JOIN agreement a ON a.id = l.agreement_id WHERE l.id = $1',
      [id],
    );
  }

  /** The handle of the viewer's organization. */
  async handle(): Promise<string> {
    const row = await this.transaction.one<{ handle: string }>(
      'SELECT handle FROM organization WHERE id = app.viewer_org()',
    );
    return row!.handle;
  }

  /** Entries before a place, the newest first. */
  before(wanted: Wanted, [at, position]: Place, limit: number): Promise<PageRow[]> {
    const { log, kind, organization, items, person, from } = wanted;
    const parameters = [log, kind, organization, items, person, from, at, position, limit];
    return this.transaction.query(entriesBefore(kind !== null), parameters);
  }

  /** The identifiers under which an item is in the logs: its own for each team, from one of them or the owner's; with those of
   * constituents to whom the viewer's team passed it on. */
  async identifiersOf(item: string): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(
      `SELECT external_id AS id FROM variant WHERE item_id = $1 AND owner_id = app.viewer_org() UNION SELECT app.passed_on_as($1) UNION SELECT $1`,
      [item],
    );
    return rows.map(({ id }) => id);
  }
}
