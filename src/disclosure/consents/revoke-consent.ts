import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ConsentDesk, unlessRefused } from './consent-desk';
import { presentConsent, weighed } from './consent.view';
import type { ConsentView } from './consents.dto';
import { ConsentsStore } from './consents.store';
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
  async run(item: string, id: string, reason: string): Promise<ConsentView> {
    const { item: own } = await this.desk.consent(item, id);
    // What is on its way to somebody is sent before, or is not sent: their serving locks come before the originator's.
    await this.store.holdReaders(own);
    await this.desk.hold();
    const found = await this.desk.consent(item, id);
    const at = this.transaction.at.getTime();
    unlessRefused(revocationRefusal(weighed(found), at));
    await this.store.revoke(id, reason);
    const revoked = await this.desk.consent(item, id);
    await this.desk.writeDown('consent-revoked', revoked, { source: found.source, reason });
    return presentConsent(revoked, at);
  }
}
