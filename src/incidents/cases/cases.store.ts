import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ItemVersionRow, type Severity, type Tlp } from '../../disclosure';
import { asCaseVersion, type CaseVersion } from './case-content';
import type { OwnLabel } from './case-acts.dto';
import { CaseNoteRow } from './case-note.entity';

/** An own case as a list shows it: its latest version, and what became of it. */
export interface ListedCase {
  id: string;
  title: string;
  version: number;
  created_at: Date;
  changed_at: Date;
  tlp: Tlp | null;
  information_type: string | null;
  categories: string[];
  sectors: string[];
  severity: Severity | null;
  reports: number;
  released_version: number | null;
  withdrawn: boolean;
}

/** What a list of own cases may be narrowed to; null is no narrowing. */
export interface CaseFilters {
  tlp: OwnLabel | null;
  category: string | null;
  severity: Severity | null;
}

/** The statements about own cases that ItemsStore has not. */
@Injectable()
export class CasesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Own cases before an id, newest first; ids follow creation. */
  page({ tlp, category, severity }: CaseFilters, before: string, limit: number): Promise<ListedCase[]> {
    return this.transaction.query(
      `SELECT i.id, i.created_at, v.title, v.number AS version, v.created_at AS changed_at,
         v.tlp, v.information_type, v.categories, v.sectors, v.severity, w.item_id IS NOT NULL AS withdrawn,
         (SELECT count(*)::int FROM report_case c WHERE c.item_id = i.id) AS reports,
         (SELECT o.number FROM release r JOIN item_version o ON o.id = r.item_version_id
            WHERE r.item_id = i.id AND r.superseded_at IS NULL) AS released_version
       FROM item i
       JOIN LATERAL (SELECT * FROM item_version o WHERE o.item_id = i.id AND o.owner_id = $1 ORDER BY o.number DESC LIMIT 1) v ON true
       LEFT JOIN withdrawal w ON w.item_id = i.id
       WHERE i.owner_id = $1 AND i.kind = 'incident' AND i.id < $2 AND ($3::text IS NULL OR COALESCE(v.tlp, 'unlabelled') = $3)
         AND ($4::text IS NULL OR $4 = ANY (v.categories)) AND ($5::text IS NULL OR v.severity = $5)
       ORDER BY i.id DESC LIMIT $6`,
      [this.transaction.viewer.organizationId, before, tlp, category, severity, limit],
    );
  }

  /** Some versions of an own case, by their numbers. */
  async versions(itemId: string, numbers: readonly number[]): Promise<CaseVersion[]> {
    const { manager, viewer } = this.transaction;
    const where = { itemId, ownerId: viewer.organizationId, number: In([...new Set(numbers)]) };
    return (await manager.find(ItemVersionRow, { where })).map(asCaseVersion);
  }

  async addNote(itemId: string, note: string): Promise<CaseNoteRow> {
    const { at, person: writtenBy, viewer, manager } = this.transaction;
    const row = { id: newId(), itemId, ownerId: viewer.organizationId, note, at, writtenBy };
    await manager.insert(CaseNoteRow, row);
    return row;
  }

  /** The notes on an own case, oldest first. */
  notes(itemId: string): Promise<CaseNoteRow[]> {
    return this.transaction.manager.find(CaseNoteRow, { where: { itemId }, order: { at: 'ASC', id: 'ASC' } });
  }
}
