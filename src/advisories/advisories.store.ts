import { Injectable } from '@nestjs/common';
import {
  type Handling,
  type ItemVersionRow,
  OWN_LIST,
  ownListParameters,
  type OwnPlace,
  type Wanted,
} from '../disclosure';
import { PUBLIC_TEAM } from '../platform/viewer';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { AdvisoryCaseRow } from './advisory.entity';

/** A version without its document, which may have megabytes. */
export type VersionHead = Omit<ItemVersionRow, 'document' | 'itemId' | 'ownerId' | 'parts'>;

/** An own advisory as a list shows it: its latest version, and how far it has got. */
export interface OwnAdvisory extends Handling {
  id: string;
  reference: string;
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

const HANDLING = `v.tlp, v.information_type AS "informationType", v.categories, v.product_types AS "productTypes", v.sectors, v.severity, v.nexus, v.pap, v.embargo_until AS "embargoUntil",
  v.audience_any AS "audienceAny", v.audience_include AS "audienceInclude", v.audience_exclude AS "audienceExclude", v.named_persons AS "namedPersons", v.third_party AS "thirdParty"`;

/** Every statement about the viewer's own advisories that the items do not answer. */
@Injectable()
export class AdvisoriesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Own advisories that are wanted, in order, after a place. */
  page(wanted: Wanted, place: OwnPlace | null, limit: number): Promise<OwnAdvisory[]> {
    return this.transaction.prepared(
      `SELECT i.id, f.reference, i.created_at, v.number, v.title, ${HANDLING}, c.number AS released_version, w.item_id IS NOT NULL AS withdrawn
       FROM ${OWN_LIST}
       JOIN item i ON i.id = l.item_id
       JOIN item_version v ON v.id = l.version_id
       JOIN item_reference f ON f.item_id = i.id AND f.team_id = i.owner_id
       LEFT JOIN release r ON r.item_id = i.id AND r.superseded_at IS NULL
       LEFT JOIN item_version c ON c.id = r.item_version_id
       LEFT JOIN withdrawal w ON w.item_id = i.id
       ORDER BY l.n`,
      ownListParameters('advisory', wanted, place, limit),
    );
  }

  /** Every version of an own advisory, oldest first. */
  versions(itemId: string): Promise<VersionHead[]> {
    return this.transaction.prepared(
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

  /** The names of accounts, as far as they are of the viewer's organization, in the order of their ids. */
  people(accounts: readonly string[]): Promise<{ id: string; name: string }[]> {
    return this.transaction.query('SELECT id, name FROM app.people_behind($1) ORDER BY id', [
      [...new Set(accounts)],
    ]);
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
