import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { WithdrawItem } from '../items/withdraw-item';
import { EmergenciesStore, type StoredEmergency } from './emergencies.store';
import { isLate, reviewRefusal } from './rules/review';

/** Another person than who released it alone confirms it, or withdraws it. */
@Injectable()
export class ReviewEmergency {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: EmergenciesStore,
    private readonly withdrawItem: WithdrawItem,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal `not-found`, for what is absent and what is somebody else's */
  async require(id: string): Promise<StoredEmergency> {
    const found = isUuid(id) ? await this.store.find(id) : undefined;
    if (!found) throw Refusal.notFound();
    return found;
  }

  /** @throws Refusal `not-found`, `emergency/…`, `item/withdrawn` */
  async confirm(id: string): Promise<StoredEmergency> {
    await this.require(id);
    await this.transaction.lock(`originator:${this.transaction.viewer.organizationId}`);
    const found = await this.fit(id, 'confirmed');
    if (found.withdrawnAt !== null)
      throw Refusal.conflict('item/withdrawn', 'The item is withdrawn already.');
    return this.review(found, 'confirmed', null);
  }

  /** Withdraws the item, as every withdrawal goes. @throws Refusal `not-found`, `emergency/…`, `item/withdrawn` */
  async withdraw(id: string, reason: string): Promise<StoredEmergency> {
    const { item, type } = await this.require(id);
    await this.withdrawItem.hold([item]);
    await this.transaction.lock(`originator:${this.transaction.viewer.organizationId}`);
    const found = await this.fit(id, 'withdrawn');
    await this.withdrawItem.withdraw(type, item, reason);
    return this.review(found, 'withdrawn', reason);
  }

  private async fit(id: string, verdict: 'confirmed' | 'withdrawn'): Promise<StoredEmergency> {
    const found = await this.require(id);
    const refusal = reviewRefusal(found, this.transaction.person, verdict);
    if (refusal === null) return found;
    if (refusal.code === 'reviewed') throw Refusal.conflict('emergency/reviewed', refusal.detail);
    if (refusal.code === 'author') throw Refusal.forbidden('emergency/author', refusal.detail);
    throw Refusal.forbidden('emergency/second-person', refusal.detail);
  }

  private async review(
    { id, item, version, releasedAt }: StoredEmergency,
    verdict: 'confirmed' | 'withdrawn',
    reason: string | null,
  ): Promise<StoredEmergency> {
    const { person } = this.transaction;
    const at = new Date(Math.max(this.transaction.at.getTime(), releasedAt.getTime()));
    await this.store.review(id, verdict, at, reason);
    const reviewed = await this.require(id);
    await this.record.appendToOwnHouse(`emergency-release/${verdict}`, {
      ...{ emergency: id, item, version, by: person, reviewed_at: at, late: isLate(reviewed, at) },
      ...(reason !== null && { reason }),
    });
    return reviewed;
  }
}
