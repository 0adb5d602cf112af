import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { Tlp } from '../disclosure';
import { CsafSourceRow } from './advisory.entity';

/** A document that was imported, and the version that it made. */
export interface KnownSource {
  item_id: string;
  number: number;
  tracking_version: string;
  document_sha256: Buffer;
}

/** Under which label terms let the viewer file what a publisher sends without one. */
export interface DefaultLabel {
  label: Tlp;
  agreement: string;
  clause: string;
}

/** Every statement about where the viewer's own advisories were imported from. */
@Injectable()
export class CsafSourcesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** What was imported under this namespace and tracking id, oldest first. */
  known(namespace: string, trackingId: string): Promise<KnownSource[]> {
    return this.transaction.query(
      `SELECT s.item_id, v.number, s.tracking_version, s.document_sha256
       FROM csaf_source s JOIN item_version v ON v.id = s.item_version_id
       WHERE s.owner_id = app.viewer_org() AND s.publisher_namespace = $1 AND s.tracking_id = $2
       ORDER BY v.number`,
      [namespace, trackingId],
    );
  }

  /** That of the terms in force with whoever has this namespace, the narrowest of several; undefined where they name none. */
  defaultLabel(namespace: string): Promise<DefaultLabel | undefined> {
    return this.transaction.one('SELECT label, agreement, clause FROM app.default_label($1, $2)', [
      namespace,
      this.transaction.at,
    ]);
  }

  /** The document that an advisory's latest imported version was made from. */
  async latestOf(itemId: string): Promise<CsafSourceRow | undefined> {
    const sources = await this.transaction.manager
      .createQueryBuilder(CsafSourceRow, 's')
      .innerJoin('item_version', 'v', 'v.id = s.itemVersionId')
      .where('s.itemId = :itemId', { itemId })
      .orderBy('v.number', 'DESC')
      .limit(1)
      .getMany();
    return sources[0];
  }

  async add(source: Omit<CsafSourceRow, 'ownerId'>): Promise<void> {
    const ownerId = this.transaction.viewer.organizationId;
    await this.transaction.manager.insert(CsafSourceRow, { ...source, ownerId });
  }
}
