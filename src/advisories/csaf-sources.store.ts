import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { CsafSourceRow } from './advisory.entity';

/** A document that was imported, and the version that it made. */
export interface KnownSource {
  item_id: string;
  number: number;
  tracking_version: string;
  document_sha256: Buffer;
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
