import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';

export interface DisclosedRow {
  id: string;
  team: string;
  person: string | null;
  version: number;
  projection: string;
  at: Date;
  basis: string;
  agreement: string | null;
  termsVersion: number | null;
  clause: string | null;
}

/** To whom own items became known. */
@Injectable()
export class DisclosuresStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Of one item, the last first, before a place. */
  page(
    item: string,
    [at = 'infinity', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff']: readonly string[],
    limit: number,
  ): Promise<DisclosedRow[]> {
    return this.transaction.query(
      `SELECT d.id, o.handle AS team, d.person_id AS person, v.number AS version, d.projection, d.at, d.basis, a.reference AS agreement,
         t.number AS "termsVersion", g.clause
       FROM item_version v JOIN variant_version w ON w.item_version_id = v.id JOIN disclosure d ON d.variant_version_id = w.id
       JOIN organization o ON o.id = d.team_id JOIN disclosure_grounds g ON g.disclosure_id = d.id
       LEFT JOIN terms_version t ON t.id = g.terms_version_id LEFT JOIN agreement a ON a.id = t.agreement_id
       WHERE v.item_id = $1 AND d.owner_id = app.viewer_org() AND (d.at, d.id) < ($2::timestamptz, $3::uuid)
       ORDER BY d.at DESC, d.id DESC LIMIT $4`,
      [item, at, id, limit],
    );
  }
}
