import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { ExceptionKind } from './exception-kinds';

export interface ExceptionRow {
  id: string;
  kinds: ExceptionKind[];
  recordedAt: Date;
  happenedAt: Date;
  by: string;
  team: string | null;
  item: string | null;
  type: 'advisory' | 'incident' | null;
  what: string;
  tlp: string | null;
  corrected: boolean;
}

const TOLD = `
  SELECT t.id, array_remove(ARRAY[CASE WHEN NOT t.authorised THEN 'told_unauthorised' END, CASE WHEN t.late THEN 'told_late' END], NULL) AS kinds,
    t.recorded_at AS "recordedAt", t.told_at AS "happenedAt", a.name AS by, o.handle AS team, t.item_id AS item, i.kind AS type,
    COALESCE(t.about, v.title) AS what, COALESCE(t.tlp, v.tlp) AS tlp,
    EXISTS (SELECT 1 FROM telling_correction c WHERE c.telling_id = t.id) AS corrected
  FROM telling t JOIN organization o ON o.id = t.team_id JOIN account a ON a.id = t.recorded_by
  LEFT JOIN item_version v ON v.id = t.item_version_id LEFT JOIN item i ON i.id = t.item_id
  WHERE t.owner_id = app.viewer_org() AND (t.late OR NOT t.authorised)`;

/** What one person released alone; it is put right by a review, and overdue where that is or was too late. */
const ALONE = `
  SELECT e.id, array_remove(ARRAY['released_alone', CASE WHEN COALESCE(r.reviewed_at, w.at, app.at()) >= e.due_at THEN 'review_overdue' END], NULL),
    e.released_at, e.released_at, a.name, NULL, e.item_id, i.kind, v.title, v.tlp, r.emergency_id IS NOT NULL OR w.item_id IS NOT NULL
  FROM emergency_release e JOIN item i ON i.id = e.item_id JOIN item_version v ON v.id = e.item_version_id JOIN account a ON a.id = e.released_by
  LEFT JOIN emergency_review r ON r.emergency_id = e.id LEFT JOIN withdrawal w ON w.item_id = e.item_id
  WHERE e.owner_id = app.viewer_org()`;

/** What of the own organization stands out, whomever it concerned. */
@Injectable()
export class ExceptionsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** The last recorded first, before a place. */
  page(
    kind: ExceptionKind | null,
    [at = 'infinity', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff']: readonly string[],
    limit: number,
  ): Promise<ExceptionRow[]> {
    return this.transaction.query(
      `SELECT * FROM (${TOLD} UNION ALL ${ALONE}) x WHERE ($1::text IS NULL OR $1 = ANY (x.kinds)) AND (x."recordedAt", x.id) < ($2::timestamptz, $3::uuid)
       ORDER BY x."recordedAt" DESC, x.id DESC LIMIT $4`,
      [kind, at, id, limit],
    );
  }
}
