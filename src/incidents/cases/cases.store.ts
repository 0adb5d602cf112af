import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import {
  ItemVersionRow,
  OWN_LIST,
  ownListParameters,
  type OwnPlace,
  type Severity,
  type Tlp,
  type Wanted,
} from '../../disclosure';
import { asCaseVersion, type CaseVersion } from './case-content';
import { CaseNoteRow } from './case-note.entity';

/** An own case as a list shows it: its latest version, and what became of it. */
export interface ListedCase {
  id: string;
  reference: string;
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

/** The statements about own cases that ItemsStore has not. */
@Injectable()
export class CasesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Own cases that are wanted, in order, after a place. */
  page(wanted: Wanted, place: OwnPlace | null, limit: number): Promise<ListedCase[]> {
    return this.transaction.prepared(
      `SELECT i.id, f.reference, i.created_at, v.title, v.number AS version, v.created_at AS changed_at,
         v.tlp, v.information_type, v.categories, v.sectors, v.severity, w.item_id IS NOT NULL AS withdrawn,
         (SELECT count(*)::int FROM report_case c WHERE c.item_id = i.id) AS reports,
         (SELECT o.number FROM release r JOIN item_version o ON o.id = r.item_version_id
            WHERE r.item_id = i.id AND r.superseded_at IS NULL) AS released_version
       FROM ${OWN_LIST}
       JOIN item i ON i.id = l.item_id
       JOIN item_version v ON v.id = l.version_id
       JOIN item_reference f ON f.item_id = i.id AND f.team_id = i.owner_id
       LEFT JOIN withdrawal w ON w.item_id = i.id
       ORDER BY l.n`,
      ownListParameters('incident', wanted, place, limit),
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
