import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { AgreementDesk } from '../agreement-desk';
import { DutyOfficersStore, type StoredVerification } from './duty-officers.store';

const over = () =>
  Refusal.conflict('verification/over', 'The verification is over: it has lapsed, or was ended before.');

/** Revokes a verification: what is served after it, is served without it. */
@Injectable()
export class RevokeVerification {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: AgreementDesk,
    private readonly store: DutyOfficersStore,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal `not-found`, `verification/over` */
  async run(id: string, reason: string): Promise<StoredVerification> {
    const found = await this.require(id);
    // No answer to her team that began before is sent after.
    await this.desk.holdServing([found.organization_id]);
    const held = await this.require(id);
    if (held.ended_at !== null || held.valid_until <= this.transaction.at) throw over();
    if (!(await this.store.revoke(id, reason))) throw over();
    await this.record.appendToOwnHouse('duty-officer/verification-revoked', {
      by: this.transaction.person,
      verification: id,
      person: held.person,
      organization: held.organization,
      reason,
    });
    return this.require(id);
  }

  private async require(id: string): Promise<StoredVerification> {
    const found = isUuid(id) ? await this.store.find(id) : undefined;
    if (!found) throw Refusal.notFound();
    return found;
  }
}
