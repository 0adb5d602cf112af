import { Injectable } from '@nestjs/common';
import type { Handling, ItemVersionRow } from '../disclosure';
import { PUBLIC_TEAM } from '../platform/viewer';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { AdvisoryCaseRow } from './advisory.entity';

/** A version without its document, which may have megabytes. */
export type VersionHead = Omit<ItemVersionRow, 'document' | 'itemId' | 'ownerId'>;

/** An own advisory as a list shows it: its latest version, and how far it has got. */
export interface OwnAdvisory extends Handling {
  id: string;
  created_at: Date;
  number: number;
  title: string;
  thirdParty: boolean;
  released_version: number | null;
  withdrawn: boolean;
}

/** A version of the variant that everybody reads. */
export interface PublicVersion {
  number: number;
  madeAt: string;
  versionId: string;
}

/** Where a page begins: after this advisory, newest first. */
export interface ListPosition {
  createdAt: string;
  id: string;
}

const HANDLING = `v.tlp, v.information_type AS "informationType", v.categories, v.sectors, v.severity, v.embargo_until AS "embargoUntil",
  v.audience_any AS "audienceAny", v.audience_include AS "audienceInclude", v.audience_exclude AS "audienceExclude", v.third_party AS "thirdParty"`;

/** Every statement about the viewer's own advisories that the items do not answer. */
@Injectable()
export class AdvisoriesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Own advisories, newest first. @param tlp a label, `unlabelled`, or null for all */
  page(after: ListPosition | null, tlp: string | null, limit: number): Promise<OwnAdvisory[]> {
    return this.transaction.query(
      `SELECT i.id, i.created_at, v.number, v.title, ${HANDLING}, c.number AS released_version, w.item_id IS NOT NULL AS withdrawn
       FROM item i
       JOIN LATERAL (SELECT id FROM item_version n WHERE n.item_id = i.id ORDER BY n.number DESC LIMIT 1) latest ON true
       JOIN item_version v ON v.id = latest.id
       LEFT JOIN release r ON r.item_id = i.id AND r.superseded_at IS NULL
       LEFT JOIN item_version c ON c.id = r.item_version_id
       LEFT JOIN withdrawal w ON w.item_id = i.id
       WHERE i.owner_id = app.viewer_org() AND i.kind = 'advisory'
         AND ($1::timestamptz IS NULL OR (i.created_at, i.id) < ($1, $2::uuid))
         AND ($3::text IS NULL OR COALESCE(v.tlp, 'unlabelled') = $3)
       ORDER BY i.created_at DESC, i.id DESC LIMIT $4`,
      [after?.createdAt, after?.id, tlp, limit],
    );
  }

  /** Every version of an own advisory, oldest first. */
  versions(itemId: string): Promise<VersionHead[]> {
    return this.transaction.query(
      `SELECT v.id, v.number, v.created_at AS "createdAt", v.created_by AS "createdBy", v.authors, v.title, v.content, ${HANDLING}
       FROM item_version v WHERE v.item_id = $1 AND v.owner_id = app.viewer_org() ORDER BY v.number`,
      [itemId],
    );
  }

  /** The versions that everybody has had of an advisory, oldest first, with the item version behind each. */
  publicHistory(itemId: string): Promise<PublicVersion[]> {
    return this.transaction.query(
      `SELECT h.number, to_char(h.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "madeAt", h.item_version_id AS "versionId"
       FROM variant s JOIN variant_version h ON h.variant_id = s.id
       WHERE s.item_id = $1 AND s.team_id = $2 ORDER BY h.number`,
      [itemId, PUBLIC_TEAM],
    );
  }

  /** The case that an advisory was drafted from, if it was. */
  async caseOf(itemId: string): Promise<string | null> {
    const row = await this.transaction.manager.findOneBy(AdvisoryCaseRow, { itemId });
    return row?.caseId ?? null;
  }

  async linkCase(itemId: string, caseId: string): Promise<void> {
    const ownerId = this.transaction.viewer.organizationId;
    await this.transaction.manager.insert(AdvisoryCaseRow, { itemId, ownerId, caseId });
  }
}
