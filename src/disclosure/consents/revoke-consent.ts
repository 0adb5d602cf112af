import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ConsentDesk, type Kept, unlessRefused } from './consent-desk';
import { weighed } from './consent.view';
import { ConsentsStore, type StoredConsent } from './consents.store';
import { revocationRefusal } from './rules/judge-consent';

/** Ends a consent before its time: one person is enough, since it only narrows, and nothing is served after it. */
@Injectable()
export class RevokeConsent {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: ConsentDesk,
    private readonly store: ConsentsStore,
  ) {}

  /** @throws Refusal `not-found`, `consent/revoked`, `consent/lapsed` */
  async run(item: string, kept: Kept, id: string, reason: string): Promise<StoredConsent> {
    const { item: own } = await this.desk.consent(item, kept, id);
    // What is on its way to somebody is sent before, or is not sent: their serving locks come before the originator's.
    await this.store.holdReaders(own);
    await this.desk.hold();
    const found = await this.desk.consent(item, kept, id);
    unlessRefused(revocationRefusal(weighed(found), this.transaction.at.getTime()));
    await this.store.revoke(id, reason);
    const revoked = await this.desk.consent(item, kept, id);
    await this.desk.writeDown('revoked', revoked, { reason });
    return revoked;
  }
}
