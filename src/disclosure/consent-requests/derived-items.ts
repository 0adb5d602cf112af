import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { HeldItem } from './held-items';

/** What an own item was made of, as its owner calls it. */
export interface DerivedFrom {
  id: string;
  reference: string;
  originator: string;
}

/** Of own items: what of another team's they hold. It is declared once, and counts for all versions. */
@Injectable()
export class DerivedItems {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** @throws Refusal `consent-request/other-source`, `consent-request/consent-recorded` */
  async declare(item: string, held: HeldItem): Promise<void> {
    const { at, person, viewer } = this.transaction;
    const declared = await this.sourceOf(item);
    if (declared === held.sourceId) return;
    if (declared !== undefined)
      throw Refusal.conflict(
        'consent-request/other-source',
        'Your advisory is declared to hold another item already. Draft one of its own for each source.',
      );
    if (await this.isRecorded(item))
      throw Refusal.conflict(
        'consent-request/consent-recorded',
        'Your team has itself recorded a consent of the source, which lasts. Revoke it first: a source that can be asked says itself what it consents to.',
      );
    await this.transaction.query(
      `INSERT INTO derived_item (item_id, owner_id, source_item_id, source_owner_id, declared_at, declared_by)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [item, viewer.organizationId, held.sourceId, held.originatorId, at, person],
    );
  }

  /** What an own item is declared to hold, by the names that its owner has for it. */
  async of(item: string): Promise<DerivedFrom | undefined> {
    return this.transaction.one<DerivedFrom>(
      `SELECT s.external_id AS id, n.reference, o.handle AS originator
       FROM derived_item d JOIN organization o ON o.id = d.source_owner_id
       JOIN variant s ON s.item_id = d.source_item_id AND s.team_id = d.owner_id AND s.person_id IS NULL
       JOIN item_reference n ON n.item_id = d.source_item_id AND n.team_id = d.owner_id AND n.person_id IS NULL
       WHERE d.item_id = $1`,
      [item],
    );
  }

  private async sourceOf(item: string): Promise<string | undefined> {
    const sql = 'SELECT source_item_id AS id FROM derived_item WHERE item_id = $1';
    return (await this.transaction.one<{ id: string }>(sql, [item]))?.id;
  }

  private async isRecorded(item: string): Promise<boolean> {
    const row = await this.transaction.one<{ found: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM item_consent c LEFT JOIN item_consent_revocation r ON r.consent_id = c.id
         WHERE c.item_id = $1 AND c.giver = 'source' AND LEAST(c.valid_until, r.at) > $2) AS found`,
      [item, this.transaction.at],
    );
    return row?.found ?? false;
  }
}
