import { Injectable } from '@nestjs/common';
import { SharingRecord } from '../../record';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type ItemRow, WithdrawalRow } from './item.entity';
import { ItemsStore } from './items.store';

/** Withdraws an own item: it is served no more, and those who received it get a notice without content. */
@Injectable()
export class WithdrawItem {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly items: ItemsStore,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal `item/withdrawn`, `item/not-released`, `not-found` */
  async execute(kind: ItemRow['kind'], itemId: string, reason: string): Promise<void> {
    await this.hold([itemId]);
    await this.withdraw(kind, itemId, reason);
  }

  /**
   * Waits until nothing of these items is on its way to anybody: no answer that began before the withdrawal is sent after
   * it. The serving locks come before the originator's, so whoever withdraws several holds all of them first.
   */
  async hold(itemIds: readonly string[]): Promise<void> {
    await this.items.holdReaders(itemIds.filter(isUuid));
  }

  /** The same as `execute`, of an item that is held. */
  async withdraw(kind: ItemRow['kind'], itemId: string, reason: string): Promise<void> {
    const { viewer } = this.transaction;
    await this.transaction.lock(`originator:${viewer.organizationId}`);
    if (!(await this.items.item(itemId, kind))) throw Refusal.notFound();
    if (await this.items.withdrawal(itemId))
      throw Refusal.conflict('item/withdrawn', 'The item is withdrawn already.');
    const releases = await this.items.releases(itemId);
    const last = releases.at(-1);
    if (!last) throw Refusal.conflict('item/not-released', 'The item was never released, so nobody has it.');
    const at = new Date(Math.max(this.transaction.at.getTime(), last.releasedAt.getTime() + 1));
    const { person, manager } = this.transaction;
    await manager.insert(WithdrawalRow, {
      itemId,
      ownerId: viewer.organizationId,
      at,
      recordedBy: person,
      reason,
    });
    await this.transaction.query(
      'UPDATE release SET superseded_at = $2 WHERE item_id = $1 AND superseded_at IS NULL',
      [itemId, at],
    );
    await this.transaction.query('SELECT app.after_withdrawal($1, $2)', [itemId, at]);
    await this.record.appendToOwnHouse('withdrawn', { item: itemId, at, recorded_by: person, reason });
  }
}
